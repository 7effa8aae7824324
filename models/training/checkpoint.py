"""A checkpoint used like an ONNX Runtime session, so that everything can be measured where that is not installed."""
from types import SimpleNamespace

import numpy as np
import torch

from kinds import NETWORKS, OUTPUTS, load


class Checkpoint:
    """KIND@CHECKPOINT.pt, KIND as in kinds.py, with +mirror behind it for the mean with the mirror image, with
    +float16 or
    +int8 for weights rounded as if they were stored so (int8: one scale per output channel)."""

    def __init__(self, spec, threads=1):
        torch.set_num_threads(threads)
        kinds, path = spec.split('@', 1)
        kind, *options = kinds.split('+')
        self.net = load(kind, path, 'mirror' in options)
        self.size = getattr(NETWORKS[kind], 'size', 112)
        self.outputs = OUTPUTS[kind]
        for value in self.net.parameters():
            if 'float16' in options:
                value.data = value.data.half().float()
            elif 'int8' in options and value.ndim > 1:
                scale = value.data.flatten(1).abs().max(1)[0].clamp(min=1e-12).view(-1, *[1] * (value.ndim - 1)) / 127
                value.data = (value.data / scale).round() * scale

    def get_inputs(self):
        return [SimpleNamespace(name='image', shape=['n', 3, self.size, self.size])]

    def get_outputs(self):
        return [SimpleNamespace(name=name) for name in self.outputs]

    def run(self, names, feed):
        with torch.no_grad():
            answer = self.net(torch.from_numpy(np.ascontiguousarray(feed['image'], np.float32)))
        return [a.numpy() for a in (answer if isinstance(answer, tuple) else (answer,))]
