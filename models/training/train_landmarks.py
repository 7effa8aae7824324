"""Train 68 landmarks on crops as a detector's box gives them: scaled, shifted, turned, degraded.

usage: train_landmarks.py --net landmarks68|trunk-landmarks|sam-googlenet --pack pack.npz --out OUT --minutes 9
The loss is the normalised mean error itself, of each head and of their mean. People are held out by name. --trunk
starts
the trunk of trunk-landmarks from an embedder's checkpoint. sam-googlenet, which ends with a mean over the map, learns
on
smaller crops first (--size 112), for a quarter of the time, and then --resume on its own size."""
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


def heads(net, x):
    """The answers whose errors are added up: of the heads, if there are several, and of the whole."""
    if hasattr(net, 'heads'):
        parts = net.heads(x)
        return list(parts) + [sum(parts) / len(parts)]
    return [net(x)]


def as_used(net, frames, device):
    """NME in per cent on frames as FacesJ looks: from the detector's box; then a second time at the box of these
    points."""
    ask = lambda crops: torch.cat([net(to_input(crops[i : i + 32], device)) for i in range(0, len(crops), 32)])
    count = range(len(frames.images))
    with torch.no_grad():
        crops, truth = map(np.stack, zip(*(frames.first(i) for i in count)))
        first = ask(crops)
        error = nme(first, torch.from_numpy(truth).float().to(device)).mean() * 100
        corners = [frames.corner(i) for i in count]
        found = [p * side + corner for p, (corner, side) in zip(first.view(-1, 68, 2).cpu().numpy(), corners)]
        crops, truth = map(np.stack, zip(*(frames.second(i, p) for i, p in zip(count, found))))
        again = nme(ask(crops), torch.from_numpy(truth).float().to(device)).mean() * 100
    return dict(held_out_nme=error, held_out_again=again)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--net', choices=['landmarks68', 'trunk-landmarks', 'sam-googlenet'], default='landmarks68')
    parser.add_argument('--trunk', help='checkpoint of the small embedder')
    parser.add_argument('--size', type=int, help='side of the crops, if not that of the network')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    build = NETWORKS[args.net]
    net = build().to(device, memory_format=torch.channels_last)
    if args.trunk:
        net.trunk.load_state_dict(read_weights(SmallEmbedder(), args.trunk).trunk.state_dict())
    run = Run(args, net)
    size = args.size or build.size
    train = Frames(args.pack, 'train' if not args.limit else 'all', size, args.limit, args.seed + 1000 * args.order)
    held_out = Frames(args.pack, 'val' if not args.limit else 'all', size, args.limit)
    for _ in run:
        crops, truth = train.batch(args.batch)
        x, truth = to_input(crops, device), torch.from_numpy(truth).to(device)
        with run.autocast():
            answers = heads(net, x.to(memory_format=torch.channels_last))
        errors = [nme(answer.float(), truth).mean() for answer in answers]
        run.step(sum(errors), nme=errors[-1] * 100)
        if run.due():
            run.log(**as_used(run.averaged(build), held_out, device))
            run.save()


if __name__ == '__main__':
    main()
