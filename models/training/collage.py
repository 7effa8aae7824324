"""Crisp pictures for the detector, many at once: photos beside each other, each in one piece and never much enlarged,
bent, hidden in part, in another light.

The scenes of compose.py are soft, because small photos fill a large picture; a detector that saw nothing else takes
the sharp clutter of real photos for faces."""
import math

import numpy as np
import torch

from bank import PhotoBank
from pack import KINDS

SHARES = {'wild': 0.5, 'neg': 0.3, 'p1': 0.1, 'frame': 0.1}
SMALLEST = 40  # pixels of a tile that is not split any more
MOST = 128  # tiles of a picture


class Collages:
    """Makes pictures of size x size of the photos of a bank."""

    def __init__(self, bank: PhotoBank, size):
        self.bank, self.size, self.device = bank, size, bank.device
        self.groups = [torch.where(bank.kind == KINDS.index(kind))[0] for kind in SHARES]
        self.shares = torch.tensor(list(SHARES.values()), device=self.device)
        grid = torch.arange(size, device=self.device, dtype=torch.float32) + 0.5
        self.x, self.y = grid.repeat(size).view(1, -1), grid.repeat_interleave(size).view(1, -1)

    @torch.no_grad()
    def pictures(self, n):
        """(n, 3, size, size) RGB 0..255."""
        numbers, corners = zip(
            *(split(self.size, np.random.default_rng(seed)) for seed in torch.randint(1 << 31, (n,)).tolist())
        )
        tile = torch.from_numpy(np.stack(numbers)).to(self.device).long().view(n, -1)
        left, top, width, height = torch.from_numpy(np.stack(corners)).to(self.device).unbind(2)
        looks = self.looks(torch.cat([width, width], 1), torch.cat([height, height], 1))
        at = lambda value: value.gather(1, tile)
        across, down = self.x - at(left + width / 2), self.y - at(top + height / 2)
        tile = torch.where(self.hidden(at, width, height, across, down), tile + MOST, tile)
        waves = [torch.sin(at(a) * across + at(b) * down + at(c)) * at(looks['bent']) for a, b, c in looks['waves']]
        right, below = across + at(looks['shear']) * down + waves[0] + waves[1], down + waves[2] + waves[3]
        x = at(looks['x']) + right * at(looks['flip']) / at(looks['across'])
        y = at(looks['y']) + below / at(looks['down'])
        rgb, _ = self.bank.sample(at(looks['photo']), x, y, at(looks['step']))
        rgb = self.lit(rgb, at, looks)
        return rgb.view(n, self.size, self.size, 3).permute(0, 3, 1, 2).contiguous()

    def rand(self, like, low=0.0, high=1.0):
        return torch.rand(like.shape, device=self.device) * (high - low) + low

    def looks(self, width, height):
        """Photo, place, bend and light of every tile and of what hides a part of it."""
        rand, normal = (lambda *range: self.rand(width, *range)), lambda s: torch.randn(
            width.shape, device=self.device
        ) * s
        group = torch.multinomial(self.shares, width.numel(), replacement=True).view(width.shape)
        photo = sum(
            torch.where(group == i, members[(rand() * len(members)).long().clamp(max=len(members) - 1)], 0)
            for i, members in enumerate(self.groups)
        )
        wide, high = self.bank.width[photo].float(), self.bank.height[photo].float()
        squeeze = torch.exp(torch.where(rand() < 0.6, rand(-0.55, 0.55), normal(0.1)))
        cover = torch.maximum(width / (wide * squeeze), height / high)
        zoom = torch.maximum(cover, (cover * torch.exp(rand(0, 0.6))).clamp(max=1))
        columns, rows = torch.minimum(wide, width / (zoom * squeeze)), torch.minimum(high, height / zoom)
        bent, lit = rand() < 0.4, rand() < 0.5
        side, turn = torch.minimum(width, height), lambda: rand(-1.8, 1.8) * 2 * math.pi
        return dict(
            photo=photo,
            x=columns / 2 + rand() * (wide - columns) - 0.5,
            y=rows / 2 + rand() * (high - rows) - 0.5,
            across=zoom * squeeze,
            down=zoom,
            step=torch.maximum(1 / zoom, 1 / (zoom * squeeze))
            * torch.where(rand() < 0.2, rand(1.3, 3), torch.ones_like(zoom)),
            flip=torch.where(rand() < 0.5, -1.0, 1.0),
            shear=normal(0.12) * bent,
            bent=side * rand(0.01, 0.045) * bent,
            gamma=torch.exp(normal(0.4) * lit),
            gain=torch.where(lit, rand(0.45, 1.2), 1.0),
            lift=rand(0, 0.25) * rand() * lit,
            grey=(lit & (rand() < 0.2)).float(),
            waves=[(turn() / width, turn() / height, rand(0, 2 * math.pi)) for _ in range(4)],
            colours=[torch.where(lit, rand(0.8, 1.15), 1.0) for _ in range(3)],
        )

    def hidden(self, at, width, height, across, down):
        """Which pixels lie in an ellipse in front of their tile's photo."""
        side, angle = torch.minimum(width, height), self.rand(width, 0, math.pi)
        some = self.rand(width) < 0.25
        dx, dy = across - at(width * self.rand(width, -0.5, 0.5)), down - at(height * self.rand(width, -0.5, 0.5))
        cos, sin = at(angle.cos()), at(angle.sin())
        long, short = at(side * self.rand(width, 0.08, 0.3)), at(side * self.rand(width, 0.08, 0.3))
        return at(some) & (((cos * dx + sin * dy) / long) ** 2 + ((cos * dy - sin * dx) / short) ** 2 < 1)

    def lit(self, rgb, at, looks):
        """In another gamma, contrast and colour of the light, or grey."""
        luma = (rgb * rgb.new_tensor([0.299, 0.587, 0.114])).sum(-1, keepdim=True)
        rgb = rgb.lerp(luma.expand_as(rgb), at(looks['grey'])[..., None])
        level = (rgb / 255).clamp(1e-4, 1) ** at(looks['gamma'])[..., None] * at(looks['gain'])[..., None] + at(
            looks['lift']
        )[..., None]
        return (level * torch.stack([at(colour) for colour in looks['colours']], -1) * 255).clamp(0, 255)


def split(size, random):
    """The tile number of every pixel (size, size), and left, top, width, height of every tile (MOST, 4): cut in two
    until they are small enough."""
    largest, numbers, corners = (
        50 * 8 ** random.random(),
        np.zeros((size, size), np.uint8),
        np.full((MOST, 4), size, np.float32),
    )
    waiting, made = [(0, 0, size, size)], 0
    while waiting:
        left, top, width, height = waiting.pop()
        if made + len(waiting) + 2 > MOST or max(width, height) < max(largest * random.uniform(0.7, 1.4), 2 * SMALLEST):
            numbers[top : top + height, left : left + width], corners[made] = made, (left, top, width, height)
            made += 1
            continue
        upright = width > height * random.uniform(0.8, 1.25)
        at = int((width if upright else height) * random.uniform(0.3, 0.7))
        waiting += (
            [(left, top, at, height), (left + at, top, width - at, height)]
            if upright
            else [(left, top, width, at), (left, top + at, width, height - at)]
        )
    return numbers, corners
