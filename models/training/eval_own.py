"""How near the weights of a taught network are to those of its teacher.

usage: eval_own.py KIND CHECKPOINT.pt TEACHER.onnx
For every layer that mixes channels: the cosines of its filters with the nearest filters of the teacher that read as
many channels, whatever their
sign and layer; beside them the same for random filters. A copy has a median near 1."""
import argparse

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F

from graph import constants
from networks import NETWORKS, read_weights


def filters(net):
    """Name and filters, (outputs, inputs), of every 1x1 convolution."""
    for name, module in net.named_modules():
        if isinstance(module, nn.Conv2d) and module.groups == 1 and module.kernel_size == (1, 1):
            yield name, (module.weight * getattr(module, 'gain', 1)).detach().flatten(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kind', choices=list(NETWORKS))
    parser.add_argument('checkpoint')
    parser.add_argument('teacher')
    args = parser.parse_args()
    graph = onnx.load(args.teacher).graph
    values = constants(graph)
    theirs = [torch.as_tensor(values[node.input[1]]) for node in graph.node if node.op_type == 'Conv']
    torch.manual_seed(1)
    for name, mine in filters(read_weights(NETWORKS[args.kind](), args.checkpoint)):
        known = [w.flatten(1) for w in theirs if w.shape[2] == 1 and w.shape[1] == mine.shape[1]]
        if not known:
            print(name, 'reads %d channels, as no layer of the teacher does' % mine.shape[1])
            continue
        known = F.normalize(torch.cat(known))
        nearest = lambda weights: (F.normalize(weights) @ known.t()).abs().max(1)[0]
        found, chance = nearest(mine), nearest(torch.randn_like(mine))
        print(
            name,
            tuple(mine.shape),
            'median %.2f, above 0.9 %.0f %%; random filters %.2f'
            % (found.median(), 100 * (found > 0.9).float().mean(), chance.median()),
        )


if __name__ == '__main__':
    main()
