"""All photos on the device as one flat array of packed RGB pixels, with three halved copies, sampled at any position.

Augmentation happens here: every pixel of a training picture may come from another photo, scale and angle, so a mosaic
of hundreds of faces costs as much as one photo."""
from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import torch

from pack import KINDS, Pack, decoded

LEVELS = 4


class PhotoBank:
    """Photos of a pack with their faces. `kinds` selects; `part` is 'train', 'val' or 'all' (every 25th photo, or for
    landmark frames the people whose name falls into the same share, is held out)."""

    def __init__(self, path, kinds, device, part='all', limit=None):
        pack = Pack(path, kinds, part, limit=limit)
        with ThreadPoolExecutor(8) as pool:
            images = list(pool.map(decoded, pack.encoded))

        levels = [images]
        for _ in range(LEVELS - 1):
            levels.append(
                [
                    cv2.resize(i, (max(1, i.shape[1] // 2), max(1, i.shape[0] // 2)), interpolation=cv2.INTER_AREA)
                    for i in levels[-1]
                ]
            )
        pixels, offset, width, height, total = [], [], [], [], 0
        for image in (i for level in levels for i in level):
            rgb = image.astype(np.int32)
            pixels.append((rgb[:, :, 0] | rgb[:, :, 1] << 8 | rgb[:, :, 2] << 16).ravel())
            offset.append(total)
            total += len(pixels[-1])
            height.append(image.shape[0])
            width.append(image.shape[1])
        self.device = device
        self.pixels = torch.from_numpy(np.concatenate(pixels)).to(device)
        self.offset = torch.tensor(offset, device=device)
        self.width = torch.tensor(width, device=device)
        self.height = torch.tensor(height, device=device)
        self.count = len(images)
        self.kind = torch.tensor([KINDS.index(kind) for kind in pack.kind], device=device)

        faces = torch.from_numpy(pack.faces).to(device)
        self.face_photo = faces[:, 0].long()
        self.face_box = faces[:, 1:5]
        self.face_kind = self.kind[self.face_photo]
        self.empty = torch.where(self.kind == KINDS.index('neg'))[0]

    def faces_of(self, *kinds):
        """Indices of the faces on photos of these kinds."""
        wanted = torch.tensor([KINDS.index(k) for k in kinds], device=self.device)
        return torch.where((self.face_kind[:, None] == wanted).any(1))[0]

    def sample(self, photo, x, y, step):
        """RGB (..., 3) of photos at positions x, y (pixel indices); `step` = photo pixels per picture pixel, which
        chooses
        the halved copy. Also says whether a position lies inside the photo."""
        level = (torch.log2(step.clamp(min=1e-3)) + 0.3).floor().clamp(0, LEVELS - 1).long()
        entry = level * self.count + photo
        width, height, offset = self.width[entry], self.height[entry], self.offset[entry]
        scale = 0.5**level
        x, y = (x + 0.5) * scale - 0.5, (y + 0.5) * scale - 0.5
        inside = (x > -0.5) & (y > -0.5) & (x < width - 0.5) & (y < height - 0.5)
        x, y = torch.minimum(x.clamp(min=0), (width - 1).to(x)), torch.minimum(y.clamp(min=0), (height - 1).to(y))
        left, top = x.floor().long(), y.floor().long()
        right, bottom = torch.minimum(left + 1, width - 1), torch.minimum(top + 1, height - 1)
        fx, fy = (x - left)[..., None], (y - top)[..., None]
        upper = (
            _unpack(self.pixels[offset + top * width + left]) * (1 - fx)
            + _unpack(self.pixels[offset + top * width + right]) * fx
        )
        lower = (
            _unpack(self.pixels[offset + bottom * width + left]) * (1 - fx)
            + _unpack(self.pixels[offset + bottom * width + right]) * fx
        )
        return upper * (1 - fy) + lower * fy, inside


def _unpack(packed):
    return torch.stack([packed & 255, packed >> 8 & 255, packed >> 16 & 255], -1).float()
