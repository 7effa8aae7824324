"""Crops of the hand-marked landmark frames, cheap enough for a CPU: one OpenCV warp per crop, light degradation.

Half of the crops are cut from the box of the default detector, half from the box of the points (what the second look of
FacesJ does); both are shaken. RGB; pixel p of the photo goes to (p - corner) * size / side, points likewise."""
import math

import cv2
import numpy as np

from networks import MIRRORED
from pack import Pack
from spoil import Spoil

FIRST = (1.02, 0.14)  # first look: side in box heights, shift down in box heights
SECOND = (1.25, 0.0)  # second look: side in longer sides of the box of the points


def square(box, rule, longer):
    """Centre and side of the crop of a box (x1, y1, x2, y2)."""
    width, height = box[2] - box[0], box[3] - box[1]
    given = max(width, height) if longer else height
    return np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + rule[1] * given]), rule[0] * given


def cut(image, points, size, centre, side, angle=0.0, flip=False, aspect=1.0):
    """The crop (size, size, 3) and its points (68, 2) as fractions of the side; what lies outside the photo is
    black."""
    scale = size / side
    cos, sin = math.cos(angle) * scale, math.sin(angle) * scale
    linear = np.array([[cos * aspect, -sin], [sin * aspect, cos]])
    matrix = np.concatenate([linear, (size / 2 - linear @ centre)[:, None]], 1)
    if flip:
        matrix[0] = [0, 0, size - 1] - matrix[0]
    source = cv2.blur(image, (2, 2)) if scale < 0.6 else image
    crop = cv2.warpAffine(source, matrix, (size, size), flags=cv2.INTER_LINEAR)
    local = (points @ matrix[:, :2].T + matrix[:, 2]) / size
    return crop, local[MIRRORED] if flip else local


class Frames:
    """The landmark frames of a pack, or with `kind` 'marked' its photos with marked points, which are fewer and are
    shaken more; `part` is 'train', 'val' or 'all', split by person: about one of twelve, of photos one of eight, is
    held out."""

    def __init__(self, path, part, size=112, limit=None, seed=1, kind='frame'):
        self.size, self.strength = size, 1 if kind == 'frame' else 1.4
        pack = Pack(path, (kind,), part, (12, 5) if kind == 'frame' else (8, 3), limit)
        self.images = [pack.photo(i) for i in range(len(pack.chosen))]
        self.boxes = pack.faces[:, 1:5].astype(float)
        self.points = pack.faces[:, 15:].reshape(-1, 68, 2).astype(float)
        self.random = np.random.default_rng(seed)
        self.spoil = Spoil(self.random, 0.25 * self.strength)

    def first(self, i):
        """The exact crop of a first look."""
        return cut(self.images[i], self.points[i], self.size, *square(self.boxes[i], FIRST, False))

    def corner(self, i):
        """Where that crop lies: its corner and side in the photo."""
        centre, side = square(self.boxes[i], FIRST, False)
        return centre - side / 2, side

    def second(self, i, points):
        """The exact crop of a second look at the box of points (in the photo's pixels)."""
        return cut(
            self.images[i], self.points[i], self.size, *square(np.r_[points.min(0), points.max(0)], SECOND, True)
        )

    def shaken(self, i):
        """A random crop."""
        r, points = self.random, self.points[i]
        angle = r.normal(0, 0.12 * self.strength) if r.random() < 0.85 else r.uniform(-0.75, 0.75)
        if r.random() < 0.5:
            centre, side = square(self.boxes[i], FIRST, False)
            shift, zoom = 0.035, 0.08
        else:
            cos, sin = math.cos(angle), math.sin(angle)
            turned = points @ np.array([[cos, sin], [-sin, cos]])
            centre, side = square(np.r_[turned.min(0), turned.max(0)], SECOND, True)
            centre = centre @ np.array([[cos, -sin], [sin, cos]])
            shift, zoom = 0.03, 0.06
        centre = centre + np.clip(r.normal(0, shift * self.strength, 2), -0.12, 0.12) * side
        side *= math.exp(np.clip(r.normal(0, zoom * self.strength), -0.22, 0.22))
        crop, local = cut(
            self.images[i],
            points,
            self.size,
            centre,
            side,
            angle,
            r.random() < 0.5,
            math.exp(r.normal(0, 0.04 * self.strength)),
        )
        return self.spoil(crop), local

    def batch(self, n):
        """Random crops (n, size, size, 3) bytes and points (n, 68, 2)."""
        made = [self.shaken(i) for i in self.random.integers(0, len(self.images), n)]
        return np.stack([c for c, _ in made]), np.stack([p for _, p in made]).astype(np.float32)
