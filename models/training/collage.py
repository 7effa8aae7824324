"""Crisp pictures for the detector: photos beside each other, each in one piece and never much enlarged.

The scenes of compose.py are soft, because small photos fill a large picture; a detector that saw nothing else takes the sharp clutter of real photos for faces."""
import cv2
import numpy as np

from pack import Pack, decoded
from spoil import coarse, grey

SHARES = {'wild': .5, 'neg': .3, 'p1': .1, 'frame': .1}
SMALLEST = 40                                   # pixels of a tile that is not split any more


class Collages:
    """Makes pictures of size x size of the photos of a pack; `part` as in bank.py."""

    def __init__(self, path, size, part):
        pack = Pack(path, tuple(SHARES), part)
        self.photos = {kind: [photo for photo, k in zip(pack.encoded, pack.kind) if k == kind] for kind in SHARES}
        self.size = size

    def __call__(self, seed):
        """(size, size, 3) RGB bytes; the same for the same seed."""
        self.random = np.random.default_rng(seed)
        picture = np.empty((self.size, self.size, 3), np.uint8)
        self.fill(picture, 50 * 8 ** self.random.random())
        return picture

    def fill(self, tile, largest):
        """One photo, or two parts that are filled in turn."""
        height, width = tile.shape[:2]
        if max(height, width) < max(largest * self.random.uniform(.7, 1.4), 2 * SMALLEST):
            tile[:] = self.photo(height, width)
        elif width > height * self.random.uniform(.8, 1.25):
            at = int(width * self.random.uniform(.3, .7))
            self.fill(tile[:, :at], largest)
            self.fill(tile[:, at:], largest)
        else:
            at = int(height * self.random.uniform(.3, .7))
            self.fill(tile[:at], largest)
            self.fill(tile[at:], largest)

    def photo(self, height, width):
        """A part of a photo, mirrored, bent, hidden in part, in another light."""
        r = self.random
        part = self.part(height, width)
        if r.random() < .5:
            part = part[:, ::-1]
        for share, change in ((.4, self.bent), (.25, self.hidden), (.5, self.lit), (.2, lambda tile: coarse(tile, 1 / r.uniform(1.3, 3)))):
            if r.random() < share:
                part = change(part)
        return part

    def part(self, height, width):
        """A part of any photo, squeezed, in this size."""
        r = self.random
        kinds = self.photos[r.choice(list(SHARES), p=list(SHARES.values()))]
        photo = decoded(kinds[r.integers(len(kinds))])
        squeeze = np.exp(r.uniform(-.55, .55) if r.random() < .6 else r.normal(0, .1))
        cover = max(width / (photo.shape[1] * squeeze), height / photo.shape[0])
        zoom = max(cover, min(1, cover * np.exp(r.uniform(0, .6))))
        columns, rows = min(photo.shape[1], round(width / (zoom * squeeze))), min(photo.shape[0], round(height / zoom))
        x, y = r.integers(photo.shape[1] - columns + 1), r.integers(photo.shape[0] - rows + 1)
        return cv2.resize(photo[y:y + rows, x:x + columns], (width, height), interpolation=cv2.INTER_AREA if zoom < 1 else cv2.INTER_LINEAR)

    def bent(self, part):
        """Waves of about a face's size, and a shear: other faces than the photo's."""
        height, width = part.shape[:2]
        waves = self.random.normal(0, .035 * min(height, width), (2, 6, 6)).astype(np.float32)
        y, x = np.mgrid[:height, :width].astype(np.float32)
        dx, dy = [cv2.resize(wave, (width, height), interpolation=cv2.INTER_CUBIC) for wave in waves]
        shear = self.random.normal(0, .12)
        return cv2.remap(part, x + dx + shear * (y - height / 2), y + dy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)

    def hidden(self, part):
        """An ellipse of another photo in front."""
        r, (height, width) = self.random, part.shape[:2]
        mask = np.zeros((height, width), np.uint8)
        centre, axes = (int(r.integers(width)), int(r.integers(height))), [int(v) for v in r.uniform(.08, .3, 2) * min(height, width)]
        cv2.ellipse(mask, centre, axes, float(r.uniform(0, 180)), 0, 360, 1, -1)
        return np.where(mask[..., None] > 0, self.part(height, width), part)

    def lit(self, part):
        """Another gamma, contrast and colour of the light, or grey."""
        r = self.random
        if r.random() < .2:
            part = grey(np.ascontiguousarray(part))
        level = (np.arange(256) / 255) ** np.exp(r.normal(0, .4)) * r.uniform(.45, 1.2) + r.uniform(0, .25) * r.random()
        table = (level[:, None] * r.uniform(.8, 1.15, 3) * 255).clip(0, 255).astype(np.uint8)
        return cv2.LUT(np.ascontiguousarray(part), table[None])
