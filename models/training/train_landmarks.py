"""Train 68 landmarks on crops as a detector's box gives them: scaled, shifted, turned, degraded.

usage: train_landmarks.py --net landmarks68|trunk-landmarks|sam-googlenet --pack pack.npz --out OUT --minutes 9
       train_landmarks.py --net styled-landmarks --pack pack.npz --marked marked.npz --begin trunk-landmarks.pt ...
The loss is the normalised mean error itself, of each head and of their mean. People are held out by name. --trunk
starts the trunk of trunk-landmarks from an embedder's checkpoint. sam-googlenet, which ends with a mean over the map,
learns on smaller crops first (--size 112), for a quarter of the time, and then --resume on its own size.
styled-landmarks learns from photos marked as in 300-W (prepare_marked.py) and from the frames, each in its own style;
--begin gives it the weights of a trunk-landmarks."""
import argparse

import numpy as np
import torch

from frames import Frames
from loop import Run, arguments, parsed
from networks import NETWORKS, SmallEmbedder, read_weights


def to_input(crops, device):
    """Bytes (n, size, size, 3) -> the network's input."""
    return torch.from_numpy(crops).to(device).permute(0, 3, 1, 2).float()


def nme(answer, truth):
    """Mean point error by the distance of the outer eye corners, per face."""
    distance = ((answer.view(-1, 68, 2) - truth).pow(2).sum(2) + 1e-10).sqrt().mean(1)
    return distance / (truth[:, 36] - truth[:, 45]).norm(dim=1).clamp(min=0.1)


def slices(counts):
    """Neighbouring slices of these lengths."""
    ends = np.cumsum(counts)
    return [slice(end - count, end) for end, count in zip(ends, counts)]


def heads(net, x):
    """The answers whose errors are added up: of the heads, if there are several, and of the whole."""
    if hasattr(net, 'heads'):
        parts = net.heads(x)
        return list(parts) + [sum(parts) / len(parts)]
    return [net(x)]


def as_used(answer, frames, device):
    """NME in per cent on frames as FacesJ looks: from the detector's box; then a second time at the box of these
    points; and from the box of the true points. `answer`: crops to points."""
    ask = lambda crops: torch.cat([answer(to_input(crops[i : i + 32], device)) for i in range(0, len(crops), 32)])
    error = lambda found, truth: nme(found, torch.from_numpy(truth).float().to(device)).mean() * 100
    count = range(len(frames.images))
    with torch.no_grad():
        crops, truth = map(np.stack, zip(*(frames.first(i) for i in count)))
        first = ask(crops)
        corners = [frames.corner(i) for i in count]
        found = [p * side + corner for p, (corner, side) in zip(first.view(-1, 68, 2).cpu().numpy(), corners)]
        again, truth_again = map(np.stack, zip(*(frames.second(i, p) for i, p in zip(count, found))))
        exact, truth_exact = map(np.stack, zip(*(frames.second(i, frames.points[i]) for i in count)))
        return error(first, truth), error(ask(again), truth_again), error(ask(exact), truth_exact)


KINDS = ['landmarks68', 'trunk-landmarks', 'styled-landmarks', 'sam-googlenet']


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--net', choices=KINDS, default='landmarks68')
    parser.add_argument('--trunk', help='checkpoint of the small embedder')
    parser.add_argument('--marked', help='photos packed by prepare_marked.py')
    parser.add_argument('--photos', type=float, default=0.6, help='their share of the crops')
    parser.add_argument('--begin', help='checkpoint of a trunk-landmarks or styled-landmarks')
    parser.add_argument('--size', type=int, help='side of the crops, if not that of the network')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    build = NETWORKS[args.net]
    net = build().to(device, memory_format=torch.channels_last)
    if args.trunk:
        net.trunk.load_state_dict(read_weights(SmallEmbedder(), args.trunk).trunk.state_dict())
    if args.begin:
        net.begin(args.begin)
    run = Run(args, net)
    size = args.size or build.size
    styled = hasattr(net, 'styles')
    part = lambda name: name if not args.limit else 'all'
    read = lambda name, seed=1: [
        Frames(path, part(name), size, args.limit, seed, kind)
        for path, kind in ([(args.marked, 'marked')] if styled else []) + [(args.pack, 'frame')]
    ]
    train, held_out = read('train', args.seed + 1000 * args.order + run.step_count), read('val')
    photos = round(args.photos * args.batch) if styled else 0
    counts = [photos, args.batch - photos] if styled else [args.batch]
    for _ in run:
        crops, truth = map(np.concatenate, zip(*(source.batch(n) for source, n in zip(train, counts))))
        x, truth = to_input(crops, device), torch.from_numpy(truth).to(device)
        with run.autocast():
            x = x.to(memory_format=torch.channels_last)
            answers = net.styles(x) if styled else [heads(net, x)]
        loss, figures = 0, {}
        for style, answer, chosen in zip(('photos_nme', 'nme') if styled else ('nme',), answers, slices(counts)):
            parts = list(answer) + ([sum(answer) / len(answer)] if styled else [])
            errors = [nme(part.float()[chosen], truth[chosen]) for part in parts]
            loss = loss + sum(error.sum() for error in errors) / args.batch
            figures[style] = errors[-1].mean() * 100
        run.step(loss, **figures)
        if run.due():
            averaged = run.averaged(build)
            measured = {}
            for k, source in enumerate(held_out):
                answer = (lambda x: averaged(x)[k]) if styled else averaged
                names = ('held_out_nme', 'held_out_again', 'held_out_true')
                prefix = 'photos_' if styled and k == 0 else ''
                measured.update(zip((prefix + name for name in names), as_used(answer, source, device)))
            run.log(**measured)
            run.save()


if __name__ == '__main__':
    main()
