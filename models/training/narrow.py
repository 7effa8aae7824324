"""Make parts of the detector, or blocks of the embedder, narrower inside: the channels that the last layers miss least
are left out one by one, and
these layers are set anew by least squares, so that each says what it said as nearly as it can. Write the new widths
into networks.py, then go on from OUT.pt.

usage: narrow.py detector DETECTOR.pt 0=16 --views VIEWS ... --out OUT.pt
       narrow.py embedder EMBEDDER.pt {1..5}=112 {6..12}=240 13=480 14=240 15=240 --pack pack.npz --out OUT.pt
CHECKPOINT may have other widths than networks.py; PART=WIDTH in the order of the parts."""
import argparse

import torch
import torch.nn as nn

from faces import Variety, aligned
from make_views import SHAPES
from networks import Detector, LeakyMobileFaceNet
from store import Stored

PHOTOS = 16  # of every file of views
FACES = 96


def fill(module, tensors):
    """Give a module these weights by name, of whatever width, in place."""
    for name, value in tensors.items():
        setattr(module, name, nn.Parameter(value) if isinstance(getattr(module, name), nn.Parameter) else value)
    if getattr(module, 'groups', 1) > 1:
        module.groups = len(module.weight)


def of_any_width(net, state):
    """The network with the weights and widths of a checkpoint, ready to be asked."""
    for path, module in net.named_modules():
        own = [name for name, _ in (*module.named_parameters(recurse=False), *module.named_buffers(recurse=False))]
        fill(module, {name: state['%s.%s' % (path, name)] for name in own})
    return net.eval()


def thin(module, kept):
    """Leave a convolution, or batch norm, only some of its outputs; a depthwise one reads only those, too."""
    fill(module, {name: value.detach()[kept] for name, value in module.state_dict().items() if value.ndim})


class PartOfDetector:
    """What its ways' depthwise layers make of the part's channels goes into their last layers."""

    def __init__(self, part):
        self.part, self.ways = part, len(part.ways)

    def read(self, x):
        inside = self.part.inside(x)
        return torch.cat([way[0](inside) for way in self.part.ways], 1)

    def wanted(self, x, answer):
        return answer

    def narrow(self, kept, weights, bias):
        convolutions = [layer for layer in self.part.inside if isinstance(layer, nn.Conv2d)]
        for layer in [*convolutions[-2:], *[way[0] for way in self.part.ways]]:
            thin(layer, kept)
        for i, (way, own) in enumerate(zip(self.part.ways, weights.chunk(self.ways, 1))):
            last = way[1]
            gain = last.gain[:, kept]
            fill(
                last,
                dict(gain=gain, weight=own[:, :, None, None] / gain, bias=(bias if i == 0 else 0 * bias) / last.size),
            )


class BlockOfEmbedder:
    """What its depthwise layer says goes into its last one, and that into a batch norm."""

    ways = 1

    def __init__(self, block):
        self.block = block

    def read(self, x):
        return self.block.body[:2](x)

    def wanted(self, x, answer):
        return answer - x if self.block.shortcut else answer

    def narrow(self, kept, weights, bias):
        (up, up_norm, _), (near, near_norm, _), (down, norm) = self.block.body
        for layer in (up, up_norm, near, near_norm):
            thin(layer, kept)
        factor = norm.weight / (norm.running_var + norm.eps).sqrt()
        fill(down, dict(weight=weights[:, :, None, None] / factor[:, None, None, None]))
        fill(norm, dict(bias=bias + factor * norm.running_mean))


def fewest(read, wanted, ways, width):
    """Which channels are kept when those are left out, one by one, without which `wanted` (o, N) is told best from
    what is `read` (ways times channels, N);
    weights (o, ways times width) and bias that tell it, and the error in parts of the variance. As Optimal Brain
    Surgeon (Hassibi and Stork 1993) leaves out weights.
    """
    channels = len(read) // ways
    of = lambda some: [way * channels + i for way in range(ways) for i in some]
    a, b = read - read.mean(1, keepdim=True), wanted - wanted.mean(1, keepdim=True)
    spread = b.std(1, keepdim=True)
    square = a @ a.t() / a.shape[1]
    inverse = torch.linalg.inv(square + 1e-6 * square.diagonal().mean() * torch.eye(len(square)).to(square))
    weights, kept = (b / spread) @ a.t() / a.shape[1] @ inverse, list(range(channels))
    while len(kept) > width:
        missed = {}
        for i in kept:
            own = weights[:, of([i])]
            missed[i] = float((own @ torch.linalg.inv(inverse[of([i])][:, of([i])]) * own).sum())
        out = min(missed, key=missed.get)
        gone = of([out])
        joined = inverse[:, gone] @ torch.linalg.inv(inverse[gone][:, gone])
        weights = weights - weights[:, gone] @ joined.t()
        inverse = inverse - joined @ inverse[gone]
        kept.remove(out)
    weights = weights[:, of(kept)] * spread
    error = ((weights @ a[of(kept)] - b) / spread).pow(2).mean()
    return kept, weights.float(), (wanted.mean(1) - weights @ read[of(kept)].mean(1)).float(), float(error)


@torch.no_grad()
def narrow(layer, x, answer, width):
    """A layer in place with so many channels inside, going on from x, to say `answer`; the error in parts of the
    variance."""
    flat = lambda maps: maps.transpose(0, 1).flatten(1).double()
    kept, weights, bias, error = fewest(flat(layer.read(x)), flat(layer.wanted(x, answer)), layer.ways, width)
    layer.narrow(kept, weights, bias)
    return error


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kind', choices=('detector', 'embedder'))
    parser.add_argument('checkpoint')
    parser.add_argument('widths', nargs='+', metavar='PART=WIDTH')
    parser.add_argument('--views', nargs='+', help='for the detector: pictures of make_views.py')
    parser.add_argument('--pack', help='for the embedder: photos packed by prepare.py')
    parser.add_argument('--limit', type=int, help='read only so many photos')
    parser.add_argument('--out', required=True)
    args = parser.parse_args()
    saved = torch.load(args.checkpoint, map_location='cpu')
    if args.kind == 'detector':
        net = of_any_width(Detector(), saved['net'])
        pictures = torch.cat([Stored([views], SHAPES, 3).batch(PHOTOS)['pictures'] for views in args.views])
        say, layer = net.parts, lambda k: PartOfDetector(net.layers[k])
        entrance = lambda k: net.entrance(k, pictures, say(pictures))
    else:
        net = of_any_width(LeakyMobileFaceNet(), saved['net'])
        crops = Variety(aligned(args.pack, 'train' if not args.limit else 'all')[: args.limit], 1).batch(FACES)
        pictures = torch.from_numpy(crops).permute(0, 3, 1, 2).float()
        say, layer = net.features, lambda k: BlockOfEmbedder(net.blocks[k])
        entrance = lambda k: say(pictures)[k - 1]
    with torch.no_grad():
        answers = say(pictures)
        for part, width in [map(int, pair.split('=')) for pair in args.widths]:
            error = narrow(layer(part), entrance(part), answers[part], width)
            print('part %d, %d channels: error %.5f of the variance' % (part, width, error), flush=True)
    torch.save({'net': net.state_dict(), 'steps': saved.get('steps', 0)}, args.out)


if __name__ == '__main__':
    main()
