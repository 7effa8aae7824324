"""Make a part of a detector narrower: the channels before its ways out that say least are left out, and the last layers are set anew by least squares, so that
the part says what it said as nearly as it can. Write the new width into networks.py, then go on from OUT.pt.

usage: narrow.py DETECTOR.pt --part 0 --width 24 --views VIEWS ... --out OUT.pt"""
import argparse

import torch
import torch.nn as nn

from make_views import SHAPES
from networks import Detector, Even, read_weights
from store import Stored

PHOTOS = 16                                              # of every file of views


def shares(part, inside, answer):
    """How much of the answer's variance every channel gives, summed over the answer's channels."""
    result = []
    for i in range(inside.shape[1]):
        alone = torch.zeros_like(inside)
        alone[:, i] = inside[:, i] - inside[:, i].mean()
        said = sum(way(alone) - way(torch.zeros_like(inside)) for way in part.ways)
        result.append((said / answer.std((0, 2, 3), keepdim=True)).pow(2).mean())
    return torch.stack(result)


def chosen(layer, kept):
    """A layer with some of its outputs, if it is depthwise also of its inputs."""
    depthwise = layer.groups > 1
    result = Even(len(kept) if depthwise else layer.in_channels, len(kept), layer.kernel_size[0], layer.stride[0], len(kept) if depthwise else 1)
    for name, value in layer.state_dict().items():
        result.state_dict()[name].copy_(value[kept])
    return result


@torch.no_grad()
def narrow(part, x, width):
    """The part in place with so many channels before its ways; the error in parts of the variance."""
    inside, answer = part.inside(x), part(x)
    kept = shares(part, inside, answer).topk(width)[1].sort()[0]
    last = [i for i, layer in enumerate(part.inside) if isinstance(layer, Even)][-2:]
    for i in last:
        part.inside[i] = chosen(part.inside[i], kept)
    for way in part.ways:
        way[0] = chosen(way[0], kept)
    inside = part.inside(x)
    read = torch.cat([way[0](inside) for way in part.ways], 1).transpose(0, 1).flatten(1).double()
    wanted = answer.transpose(0, 1).flatten(1).double()
    a, b = read - read.mean(1, keepdim=True), wanted - wanted.mean(1, keepdim=True)
    square = a @ a.t()
    weights = torch.linalg.solve(square + 1e-6 * square.diagonal().mean() * torch.eye(len(square)).to(square), a @ b.t()).t()
    bias = (wanted.mean(1) - weights @ read.mean(1)).float()
    for way, own in zip(part.ways, weights.float().split(width, 1)):
        before, way[1] = way[1], Even(width, answer.shape[1])
        way[1].size.copy_(before.size)
        way[1].gain.copy_(before.gain[:, kept])
        way[1].weight.copy_(own[:, :, None, None] / way[1].gain)
        way[1].bias.copy_(bias / way[1].size)
        bias = torch.zeros_like(bias)
    return float(((weights @ a - b).pow(2).mean(1) / b.pow(2).mean(1)).mean())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('detector')
    parser.add_argument('--part', type=int, required=True)
    parser.add_argument('--width', type=int, required=True)
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--out', required=True)
    args = parser.parse_args()
    net = read_weights(Detector(), args.detector).eval()
    pictures = torch.cat([Stored([views], SHAPES, 3).batch(PHOTOS)['pictures'] for views in args.views])
    with torch.no_grad():
        x = net.entrance(args.part, pictures, net.parts(pictures))
    error = narrow(net.layers[args.part], x, args.width)
    print('part %d, %d channels: error %.5f of the variance' % (args.part, args.width, error))
    torch.save({'net': net.state_dict(), 'steps': torch.load(args.detector, map_location='cpu').get('steps', 0)}, args.out)


if __name__ == '__main__':
    main()
