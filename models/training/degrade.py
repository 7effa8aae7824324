"""What cameras, scanners and compression do to a picture: colour, grey, blur, noise, JPEG."""
import math

import torch
import torch.nn.functional as F


def uniform(n, low, high, device):
    """(n, 1, 1, 1) uniform random numbers."""
    return torch.rand(n, 1, 1, 1, device=device) * (high - low) + low


def some(x, probability, change):
    """Change a random part of the pictures."""
    chosen = torch.where(torch.rand(len(x), device=x.device) < probability)[0]
    return x.index_copy(0, chosen, change(x[chosen])) if len(chosen) else x


def colours(x):
    """Gain and offset, for some also gamma, channel gains, another saturation, grey or sepia."""
    device, n = x.device, len(x)
    luma = x.new_tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)
    grey = lambda v: (v * luma).sum(1, keepdim=True)

    def gamma(v):
        return ((v.clamp(0, 255) / 255 + 1e-4) ** torch.exp(uniform(len(v), -0.5, 0.5, device))) * 255

    def tint(v):
        return v * (1 + (torch.rand(len(v), 3, 1, 1, device=device) - 0.5) * 0.4)

    def saturate(v):
        return grey(v).lerp(v, 1 + uniform(len(v), -0.6, 0.4, device))

    def sepia(v):
        return grey(v) * (1 - torch.rand(len(v), 3, 1, 1, device=device).sort(1)[0] * 0.25)

    x = x * (1 + uniform(n, -0.4, 0.4, device)) + uniform(n, -40, 40, device)
    x = some(some(some(x, 0.3, gamma), 0.4, tint), 0.3, saturate)
    x = some(x, 0.2, lambda v: grey(v).expand_as(v))
    return some(x, 0.04, sepia)


def gaussian(x, sigma):
    """Gaussian blur, the same for all."""
    radius = int(3 * sigma + 0.5)
    t = torch.arange(-radius, radius + 1, device=x.device, dtype=x.dtype)
    kernel = torch.exp(-t * t / (2 * sigma * sigma))
    kernel = (kernel / kernel.sum()).view(1, 1, 1, -1).repeat(3, 1, 1, 1)
    x = F.conv2d(F.pad(x, (radius, radius, 0, 0), mode='replicate'), kernel, groups=3)
    return F.conv2d(F.pad(x, (0, 0, radius, radius), mode='replicate'), kernel.transpose(2, 3), groups=3)


def blur(x, widest=2.0):
    """Between the pictures and one blurred copy."""
    sigma = float(torch.rand(())) * (widest - 0.5) + 0.5
    return x.lerp(gaussian(x, sigma), uniform(len(x), 0.3, 1, x.device))


def noise(x):
    """Gaussian noise."""
    return x + torch.randn_like(x) * uniform(len(x), 2, 14, x.device)


def _cosines(device):
    k = torch.arange(8, device=device, dtype=torch.float32)
    basis = torch.cos((2 * k[None] + 1) * k[:, None] * math.pi / 16) * math.sqrt(0.25)
    basis[0] *= math.sqrt(0.5)
    return torch.einsum('ux,vy->uvxy', basis, basis).reshape(64, 1, 8, 8)


def jpeg(x):
    """Quantised 8x8 cosine transform of every channel; the steps grow with the frequency."""
    n, device = len(x), x.device
    height, width = x.shape[2:]
    left, top = torch.randint(0, 8, (2,)).tolist()
    padded = F.pad(x.clamp(0, 255), (left, -(width + left) % 8, top, -(height + top) % 8), mode='replicate')
    basis = _cosines(device)
    coefficients = F.conv2d(padded.reshape(-1, 1, *padded.shape[2:]), basis, stride=8)
    frequency = torch.arange(8, device=device, dtype=torch.float32)
    table = (frequency[:, None] + frequency[None]).reshape(1, 64, 1, 1) * 2.2 + 3
    step = table * torch.exp(uniform(n, -0.7, 1.6, device)).repeat_interleave(3, 0)
    restored = F.conv_transpose2d((coefficients / step).round() * step, basis, stride=8).reshape(padded.shape)
    return restored[:, :, top : top + height, left : left + width]


def degrade(x):
    """The whole chain on (n, 3, h, w) 0..255."""
    return some(some(some(colours(x), 0.25, blur), 0.25, noise), 0.3, jpeg).clamp(0, 255)
