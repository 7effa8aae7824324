"""A view of a scene: turned, squeezed, shrunk."""
import math

import cv2
import numpy as np
import torch
import torch.nn.functional as F


def random_views(n, scene, size, device):
    """(n, 2, 3) matrices from view to scene pixels. Two thirds stand nearly upright, the rest at any
    angle, half of these at right angles."""
    u = torch.rand(n, device=device)
    angle = torch.randn(n, device=device) * 0.1
    angle = torch.where(u < 0.5, (torch.rand(n, device=device) - 0.5) * 1.3, angle)
    angle = torch.where(u < 0.3, angle + torch.randint(0, 4, (n,), device=device) * math.pi / 2, angle)
    angle = torch.where(u < 0.08, torch.rand(n, device=device) * 2 * math.pi, angle)
    scale = torch.exp(torch.rand(n, device=device) * math.log(1.4 / 0.42)) * 0.42
    aspect = torch.exp((torch.randn(n, device=device) * 0.25).clamp(-0.6, 0.6))
    stretch = torch.stack([1 / (scale * aspect.sqrt()), aspect.sqrt() / scale], 1)
    cos, sin = torch.cos(angle), torch.sin(angle)
    turn = torch.stack([torch.stack([cos, sin], 1), torch.stack([-sin, cos], 1)], 1)
    linear = turn * stretch[:, None, :]
    room = (scene - size / scale).abs() / 2
    centre = scene / 2 + (torch.rand(n, 2, device=device) * 2 - 1) * room[:, None]
    return torch.cat([linear, (centre - linear.sum(2) * (size - 1) / 2)[:, :, None]], 2)


def positions(matrix, size):
    """Scene positions (n, size, size, 2) of every view pixel."""
    grid = torch.arange(size, device=matrix.device, dtype=torch.float32)
    m = matrix[:, :, :, None, None]
    return torch.stack(
        [m[:, i, 0] * grid.view(1, 1, -1) + m[:, i, 1] * grid.view(1, -1, 1) + m[:, i, 2] for i in (0, 1)], -1
    )


def render(scenes, matrix, size, fill):
    """The picture; scenes are halved first where the view is much smaller."""
    if not scenes.is_cuda:
        return render_slowly(scenes, matrix, size, fill)
    where = positions(matrix, size)
    scene = scenes.shape[2]
    step = (matrix[:, 0, 0] * matrix[:, 1, 1] - matrix[:, 0, 1] * matrix[:, 1, 0]).abs().sqrt().view(-1, 1, 1, 1)
    grid = (2 * where + 1) / scene - 1
    full = F.grid_sample(scenes, grid, align_corners=False)
    half = F.grid_sample(F.avg_pool2d(scenes, 2), grid, align_corners=False)
    share = (step - 1).clamp(0, 1)
    inside = ((grid.abs() < 1).all(-1))[:, None]
    return torch.where(inside, full + (half - full) * share, fill)


def render_slowly(scenes, matrix, size, fill):
    """The same without a GPU: OpenCV is many times faster there than grid_sample."""
    pictures = []
    for scene, m, colour in zip(scenes, matrix.numpy().astype(float), fill.flatten(1)):
        image = scene.permute(1, 2, 0).numpy()
        if abs(np.linalg.det(m[:, :2])) > 1.8:
            image = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
            m = m / 2 - [[0, 0, 0.25]]
        pictures.append(
            cv2.warpAffine(
                image,
                m,
                (size, size),
                flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_CONSTANT,
                borderValue=colour.tolist(),
            )
        )
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()
