"""Boxes (left, top, right, bottom), one by one or in batches, in numpy as in torch."""
import numpy as np
import torch


def iou(a, b):
    """Intersection over union of boxes (..., 4) with boxes (..., 4)."""
    least, most = (np.minimum, np.maximum) if isinstance(b, np.ndarray) else (torch.minimum, torch.maximum)
    size = (least(a[..., 2:], b[..., 2:]) - most(a[..., :2], b[..., :2])).clip(0)
    common = size[..., 0] * size[..., 1]
    return common / (area(a) + area(b) - common + 1e-9)


def area(box):
    """Of boxes (..., 4)."""
    return (box[..., 2] - box[..., 0]) * (box[..., 3] - box[..., 1])


def suppressed(kept, boxes, overlap):
    """Greedy non-maximum suppression: which of `kept` (n, m) stay, where boxes (n, m, 4) stand best first."""
    near = iou(boxes[:, :, None], boxes[:, None]) > overlap
    for i in range(kept.shape[1] - 1):
        kept[:, i + 1 :] &= ~(near[:, i, i + 1 :] & kept[:, i : i + 1])
    return kept
