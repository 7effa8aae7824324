"""From a large teacher's cells to faces, and from faces to the student's cells round their centres."""
import numpy as np
import torch

import chain

SIZE_RANGES = {8: (0., 60.), 16: (28., 240.), 32: (135., 1e9)}      # face sizes (view pixels) each stride answers for
MOST, WEAKEST, OVERLAP = 100, .25, .45                               # faces of a view, least score, IoU of cells with the same face
SURE, SMALLEST = .45, 8.                                            # less than that does not count as a face
SPREAD, NARROWEST = .15, .4                                         # deviation of the cells round a centre: of the box, at least of a stride


def faces_of(answers):
    """The faces that cells (n, cells, 16) speak of: (n, MOST, 16) in the order of their scores, zeros behind the last."""
    faces = np.zeros((len(answers), MOST, answers.shape[2]), np.float32)
    for cells, found in zip(np.asarray(answers, np.float32), faces):
        kept = cells[chain.strongest(cells[:, 0], cells[:, 1:5], WEAKEST, OVERLAP)[:MOST]]
        found[:len(kept)] = kept
    return faces


def goals(faces, size, strides):
    """The face that each cell answers for (n, cells, 16), its score the lower the farther its centre is."""
    score, low, high = faces[..., 0], faces[..., 1:3], faces[..., 3:5]
    centre, extent = (low + high) / 2, (high - low).clamp(min=1e-3)
    side = extent.prod(2).sqrt()
    sure = (score > SURE) & (side > SMALLEST)
    targets = []
    for stride in strides:
        middle = (torch.arange(size // stride, device=faces.device) + .5) * stride
        spread = (SPREAD * extent).clamp(min=NARROWEST * stride)
        x, y = [torch.exp(-.5 * ((middle - centre[..., k:k + 1]) / spread[..., k:k + 1]) ** 2) for k in (0, 1)]
        near = (y[..., :, None] * x[..., None, :]).flatten(2)
        near = near / near.amax(2, keepdim=True).clamp(min=.1)
        smallest, largest = SIZE_RANGES[stride]
        fits = (side > smallest) & (side < largest)
        best, which = (near * (score * sure * fits)[..., None]).max(1)
        target = faces.gather(1, which[..., None].expand(-1, -1, faces.shape[2]))
        targets.append(torch.cat([best[..., None], target[..., 1:]], 2))
    return torch.cat(targets, 1)
