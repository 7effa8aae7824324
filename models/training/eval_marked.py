"""How far a landmark checkpoint is from 300-W's marks on the held-out photos of prepare_marked.py, and how much of that
is the style of marking: what is left with the mean difference taken from every point, and with a linear map of what the
network says, both learned on the other photos.

usage: eval_marked.py --marked marked.npz trunk-landmarks@checkpoints/trunk-landmarks.pt styled-landmarks@styled.pt
NME in per cent of the distance of the outer eye corners: first look at the detector's box, second look at the box of
these points; one look at the box of the true points, to which the last two figures belong as well."""
import argparse

import numpy as np
import torch

from checkpoint import Checkpoint
from frames import Frames
from train_landmarks import as_used, nme, to_input

SHAKEN = 3  # crops of each photo from which style is learned


def of_style(net, train, held_out):
    """NME with the mean difference of every point taken away, and with a ridge regression of it on the answers."""
    ask = lambda crops: np.concatenate(
        [net(to_input(crops[i : i + 64], 'cpu')).numpy() for i in range(0, len(crops), 64)]
    )
    crops, truth = map(np.stack, zip(*(train.shaken(i) for _ in range(SHAKEN) for i in range(len(train.images)))))
    said = ask(crops)
    missing = truth.reshape(len(truth), -1) - said
    crops, truth = map(np.stack, zip(*(held_out.second(i, p) for i, p in enumerate(held_out.points))))
    answer, truth = ask(crops), torch.from_numpy(truth).float()
    error = lambda points: float(nme(torch.from_numpy(points).float(), truth).mean() * 100)
    centred = said - said.mean(0)
    square = centred.T @ centred
    ridge = 1e-3 * np.trace(square) / len(square) * np.eye(len(square))
    map_ = np.linalg.solve(square + ridge, centred.T @ (missing - missing.mean(0)))
    shifted = answer + missing.mean(0)
    return error(shifted), error(shifted + (answer - said.mean(0)) @ map_)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--marked', required=True)
    parser.add_argument('--limit', type=int, help='read only so many photos, held out or not')
    parser.add_argument('checkpoints', nargs='+', help='KIND@CHECKPOINT.pt')
    args = parser.parse_args()
    part = lambda name: name if not args.limit else 'all'
    train, held_out = [Frames(args.marked, part(name), limit=args.limit, kind='marked') for name in ('train', 'val')]
    for spec in args.checkpoints:
        model = Checkpoint(spec)
        net = lambda x: (lambda answer: answer[0] if isinstance(answer, tuple) else answer)(model.net(x))
        with torch.no_grad():
            figures = [*as_used(net, held_out, 'cpu'), *of_style(net, train, held_out)]
        print(
            '%s: %d photos; first look %.2f, second %.2f, true boxes %.2f; less the mean difference %.2f, less a '
            'linear map %.2f' % (spec.split('/')[-1], len(held_out.images), *figures),
            flush=True,
        )


if __name__ == '__main__':
    main()
