"""Aligned faces with variety for the embedder: jittered, warped elastically, mirrored, half of them mixed with another
face, then spoilt,
because the teacher answers for any face-like picture. No picture of a person of LFW is in the kinds used."""
import math

import cv2
import numpy as np

import chain
from pack import Pack
from spoil import Spoil

SIZE, MARGIN = 112, 8
USED = ('wild', 'aligned', 'aligned_p1')


def aligned(path, part):
    """The faces of a pack as aligned crops with a margin, (n, 128, 128, 3) RGB bytes; every 25th photo is held out."""
    pack, template, crops = Pack(path, USED, part), chain.ARCFACE + MARGIN, []
    for face in pack.faces:
        matrix = chain.similarity(face[5:15].reshape(5, 2).astype(float), template)
        if np.isnan(matrix).any() or np.linalg.det(matrix[:, :2]) > 9:  # eyes less than about 12 px apart
            continue
        crops.append(cv2.warpAffine(pack.photo(int(face[0])), matrix, (SIZE + 2 * MARGIN,) * 2))
    return np.stack(crops)


class Variety:
    """Random pictures made from aligned crops."""

    def __init__(self, crops, seed):
        self.crops, self.random = crops, np.random.default_rng(seed)
        self.spoil = Spoil(self.random, 0.12)
        across = np.linspace(-1, 1, SIZE, dtype=np.float32)
        self.x, self.y = np.meshgrid(across, across)

    def warped(self):
        """One crop, jittered, warped and perhaps mirrored."""
        r, middle = self.random, (SIZE - 1) / 2
        angle, zoom, aspect = r.uniform(-0.13, 0.13), math.exp(r.uniform(-0.1, 0.1)), math.exp(r.uniform(-0.1, 0.1))
        x, y = self.x * middle * zoom * aspect, self.y * middle * zoom / aspect
        if r.random() < 0.5:
            x = -x
        bend = cv2.resize(
            r.normal(0, r.uniform(0, 4.5), (5, 5, 2)).astype(np.float32), (SIZE, SIZE), interpolation=cv2.INTER_CUBIC
        )
        cos, sin = math.cos(angle), math.sin(angle)
        u = x * cos - y * sin + r.uniform(-3, 3) + middle + MARGIN + bend[:, :, 0]
        v = x * sin + y * cos + r.uniform(-3, 3) + middle + MARGIN + bend[:, :, 1]
        crop = self.crops[r.integers(len(self.crops))]
        return cv2.remap(
            crop, u.astype(np.float32), v.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )

    def picture(self):
        """Half of them one face; the others even blends, soft halves or patches of two."""
        r, one = self.random, self.warped()
        kind = r.random()
        if kind < 0.5:
            return self.spoil(one)
        if kind < 0.75:
            share = np.full((SIZE, SIZE, 1), r.uniform(0.2, 0.8), np.float32)
        elif kind < 0.9:
            turn = r.uniform(0, 2 * math.pi)
            share = (
                1
                / (1 + np.exp(-8 * (self.x * math.cos(turn) + self.y * math.sin(turn) + r.normal(0, 0.3))))[:, :, None]
            )
        else:
            (cx, cy), (wide, high) = r.uniform(-0.8, 0.8, 2), r.uniform(0.2, 0.8, 2)
            share = ((abs(self.x - cx) < wide) & (abs(self.y - cy) < high)).astype(np.float32)[:, :, None]
        return self.spoil((one + (self.warped().astype(np.float32) - one) * share).astype(np.uint8))

    def batch(self, n):
        """So many pictures, (n, 112, 112, 3) RGB bytes."""
        return np.stack([self.picture() for _ in range(n)])
