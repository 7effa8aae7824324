"""Scenes for the detector: a face-free photo, a mosaic of photos on it, and layers of pasted faces down to a few
pixels."""
import math

import torch

from bank import PhotoBank

BASE_GRIDS = (1, 1, 2, 2, 4, 5, 8)
PASTE_GRIDS = (2, 4, 5, 8, 10, 16, 20)


class Composer:
    """Makes scenes of size x size."""

    def __init__(self, bank: PhotoBank, size=640):
        self.bank, self.size, self.device = bank, size, bank.device
        self.portraits = bank.faces_of('wild')
        self.frames = bank.faces_of('frame')
        self.others = bank.faces_of('p1', 'aligned', 'aligned_p1')
        grid = torch.arange(size, device=self.device)
        self.x, self.y = grid.view(1, 1, -1), grid.view(1, -1, 1)

    def scenes(self, n):
        """(n, 3, size, size) RGB."""
        canvas = torch.rand(n, 1, 1, 3, device=self.device) * 255
        canvas = self.layer(canvas.expand(n, self.size, self.size, 3), 1, self.backgrounds(n, 1), shift=False)
        grids = [(BASE_GRIDS, True)] + [(PASTE_GRIDS, False)] * int(torch.randint(0, 4, ()))
        for sizes, base in grids:
            grid = sizes[int(torch.randint(0, len(sizes), ()))]
            canvas = self.layer(canvas, grid, self.mosaic(n, grid) if base else self.pasted(n, grid), shift=not base)
        return canvas.permute(0, 3, 1, 2).contiguous()

    # -------------------------------------------------------------- what a layer is made of

    def rand(self, *shape, low=0.0, high=1.0):
        return torch.rand(*shape, device=self.device) * (high - low) + low

    def log_rand(self, *shape, low, high):
        return torch.exp(self.rand(*shape, low=math.log(low), high=math.log(high)))

    def choice(self, candidates, shape):
        return candidates[torch.randint(0, len(candidates), shape, device=self.device)]

    def backgrounds(self, n, grid):
        """Face-free photos that cover their tiles."""
        bank, tile = self.bank, self.size / grid
        photo = self.choice(bank.empty, (n, grid * grid))
        width, height = bank.width[photo].float(), bank.height[photo].float()
        cover = torch.maximum(tile / width, tile / height)
        zoom = cover * self.log_rand(n, grid * grid, low=1.0, high=2.2)
        slack_x, slack_y = width - tile / zoom, height - tile / zoom
        return dict(
            photo=photo,
            x=width / 2 + slack_x * self.rand(n, grid * grid, low=-0.5, high=0.5),
            y=height / 2 + slack_y * self.rand(n, grid * grid, low=-0.5, high=0.5),
            zoom=zoom,
            angle=torch.zeros_like(zoom),
            dx=torch.zeros_like(zoom),
            dy=torch.zeros_like(zoom),
            shown=torch.ones_like(zoom),
            mask=torch.zeros_like(zoom),
            soft=torch.ones_like(zoom),
            half_width=width,
            half_height=height,
        )

    def faces(self, n, grid, low, high, frames=0.3, others=0.2):
        """Photos round one of their faces, whose size is low..high of the tile."""
        bank, tile, shape = self.bank, self.size / grid, (n, grid * grid)
        u = self.rand(*shape)
        face = torch.where(
            u < frames,
            self.choice(self.frames, shape),
            torch.where(u < frames + others, self.choice(self.others, shape), self.choice(self.portraits, shape)),
        )
        box = bank.face_box[face]
        width, height = box[..., 2] - box[..., 0], box[..., 3] - box[..., 1]
        zoom = tile * self.log_rand(*shape, low=low, high=high) / (width * height).sqrt()
        steep = (self.rand(*shape) < 0.2).float()
        angle = (
            torch.randn(*shape, device=self.device) * 0.12 * (1 - steep) + self.rand(*shape, low=-0.8, high=0.8) * steep
        )
        return dict(
            photo=bank.face_photo[face],
            x=(box[..., 0] + box[..., 2]) / 2,
            y=(box[..., 1] + box[..., 3]) / 2,
            zoom=zoom,
            angle=angle,
            half_width=width / 2,
            half_height=height / 2,
            dx=self.rand(*shape, low=-0.25, high=0.25) * tile,
            dy=self.rand(*shape, low=-0.25, high=0.25) * tile,
        )

    def mosaic(self, n, grid):
        """Whole photos side by side, some tiles left free."""
        shape = (n, grid * grid)
        layer = self.faces(n, grid, *((0.06, 0.9) if grid == 1 else (0.1, 0.8)))
        layer.update(
            shown=(self.rand(*shape) < self.rand(n, 1, low=0.5, high=1.2)).float(),
            mask=torch.zeros(shape, device=self.device),
            soft=torch.ones(shape, device=self.device),
        )
        return layer

    def pasted(self, n, grid):
        """Single faces cut out softly, in some of the tiles."""
        shape = (n, grid * grid)
        layer = self.faces(n, grid, 0.22, 0.8)
        layer.update(
            shown=(self.rand(*shape) < self.rand(n, 1, low=0.1, high=0.9)).float(),
            mask=self.rand(*shape, low=0.95, high=1.9),
            soft=self.rand(*shape, low=0.08, high=0.5),
        )
        return layer

    # -------------------------------------------------------------- painting

    def layer(self, canvas, grid, tiles, shift):
        """Paint one layer; every pixel finds its tile, and its place in the tile's photo."""
        n, size, tile = len(canvas), self.size, self.size // grid
        offset = torch.randint(0, tile, (2,)).tolist() if shift else (0, 0)
        column, row = (self.x + offset[0]) // tile, (self.y + offset[1]) // tile
        centre_x, centre_y = (column + 0.5) * tile - offset[0] - 0.5, (row + 0.5) * tile - offset[1] - 0.5
        index = (row % grid * grid + column % grid).expand(n, size, size).reshape(n, -1)
        flip = torch.where(self.rand(n, grid * grid) < 0.5, -1.0, 1.0)
        gain, lift = self.rand(n, grid * grid, low=0.65, high=1.25), self.rand(n, grid * grid, low=-25, high=25)
        at = lambda v: v.gather(1, index).view(n, size, size)
        zoom, angle = at(tiles['zoom']), at(tiles['angle'])
        dx, dy = self.x - centre_x - at(tiles['dx']), self.y - centre_y - at(tiles['dy'])
        cos, sin = torch.cos(angle) / zoom, torch.sin(angle) / zoom
        right, down = (cos * dx + sin * dy) * at(flip), cos * dy - sin * dx
        rgb, inside = self.bank.sample(at(tiles['photo']), at(tiles['x']) + right, at(tiles['y']) + down, 1 / zoom)
        extent = at(tiles['mask'])
        distance = (
            (right / at(tiles['half_width'])) ** 2 + ((down / at(tiles['half_height']) + 0.08) / 1.15) ** 2
        ).sqrt()
        cut = ((extent * (1 + at(tiles['soft'])) - distance) / (extent * at(tiles['soft']) + 1e-3)).clamp(0, 1)
        alpha = (inside * torch.where(extent > 0, cut, torch.ones_like(cut)) * at(tiles['shown']))[..., None]
        rgb = (rgb * at(gain)[..., None] + at(lift)[..., None]).clamp(0, 255)
        return canvas + (rgb - canvas) * alpha
