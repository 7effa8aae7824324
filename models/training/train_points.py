"""Teach a detector's five points by hand-marked frames; boxes and scores stay what they are to the last bit.

usage: train_points.py --pack pack.npz --views VIEWS ... --resume detector.pt --out OUT --minutes 5
Only the last layer's ten outputs for the points learn. On the views, which have no marks, they are to stay where they
were."""
import argparse
import math

import cv2
import numpy as np
import torch
import torch.nn as nn

import chain
from frames import Frames
from loop import Run, arguments, parsed
from make_views import SHAPES
from networks import Detector, Even, centres, read_weights
from soap import Soap
from spoil import Spoil
from store import Stored

SIZE, POINTS = 224, slice(6, 16)  # of an answer of YuNet's form
SURE = 0.3  # score of the cells that count


def end(part):
    """The last two layers of a part that ends in one way."""
    ((near, last),) = part.ways
    return near, last


class PointHeads(nn.Module):
    """The rows of the last layers that give the points; what goes into those layers stays."""

    def __init__(self, detector):
        super().__init__()
        self.layers = nn.ModuleList(Even(end(part)[1].in_channels, 10) for part in detector.layers[-3:])
        for mine, theirs in self.pairs(detector):
            mine.copy_(theirs)

    def pairs(self, detector):
        """Numbers here and, as views, the same numbers in a detector."""
        for mine, part in zip(self.layers, detector.layers[-3:]):
            for name, value in end(part)[1].state_dict().items():
                yield mine.state_dict()[name], value[POINTS]

    def forward(self, before):
        return [layer(x) for layer, x in zip(self.layers, before)]


def marked(frames, random, spoil, n):
    """Frames at any scale, a little turned: (n, SIZE, SIZE, 3) bytes, their five points and the diagonals of the boxes
    of all 68."""
    pictures, points, sizes = [], [], []
    for i in random.integers(0, len(frames.images), n):
        image, marks, angle, scale = (
            frames.images[i],
            frames.points[i],
            random.normal(0, 0.12),
            math.exp(random.uniform(math.log(0.35), math.log(1.5))),
        )
        turn = scale * np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
        middle = marks.mean(0)
        matrix = np.concatenate([turn, (SIZE / 2 + random.uniform(-30, 30, 2) - turn @ middle)[:, None]], 1)
        source = cv2.blur(image, (2, 2)) if scale < 0.6 else image
        pictures.append(spoil(cv2.warpAffine(source, matrix, (SIZE, SIZE))))
        moved = marks @ matrix[:, :2].T + matrix[:, 2]
        points.append(chain.five_points(moved))
        sizes.append(np.linalg.norm(moved.max(0) - moved.min(0)))
    return np.stack(pictures), np.stack(points), np.array(sizes)


def places(maps):
    """Points (n, cells, 5, 2) in pixels."""
    result = []
    for stride, m in zip(Detector.strides, maps):
        corners = torch.cat([c - stride / 2 for c in centres(m, stride)] * 5, 1)
        result.append((m * stride + corners).flatten(2).transpose(1, 2).unflatten(2, (5, 2)))
    return torch.cat(result, 1)


def sureness(answers):
    """Scores of all cells, zero where they are low."""
    score = torch.cat([a[:, 0].flatten(1).sigmoid() for a in answers], 1)
    return score * (score > SURE)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--views', required=True, nargs='+')
    args = parsed(parser)
    start, args.resume = args.resume, None
    detector = read_weights(Detector(), start).eval()
    heads = PointHeads(detector)
    run = Run(args, heads, Soap)
    train = Frames(args.pack, 'train' if not args.limit else 'all', limit=args.limit)
    held_out = Frames(args.pack, 'val' if not args.limit else 'all', limit=args.limit)
    random = np.random.default_rng(args.seed)
    spoil, views = Spoil(random, 0.25), Stored(args.views, SHAPES, args.seed)
    exam = marked(held_out, np.random.default_rng(0), lambda picture: picture, 200 if not args.limit else 4)

    @torch.no_grad()
    def look(pictures):
        """What the last layers read, scores of all cells, the points as they were."""
        parts = detector.parts(pictures)
        last = range(len(parts))[-3:]
        before = [
            end(detector.layers[k])[0](detector.layers[k].inside(detector.entrance(k, pictures, parts))) for k in last
        ]
        return before, sureness(detector.answers(parts)), [parts[k][:, POINTS] for k in last]

    def error(net, pictures, points, sizes):
        """Mean error in parts of the diagonal, at the cells that see a face there."""
        read, score, before = look(torch.from_numpy(pictures).permute(0, 3, 1, 2).float())
        truth, size = torch.from_numpy(points).float()[:, None], torch.from_numpy(sizes).float()[:, None]
        near = (places(before) - truth).norm(dim=3).mean(2) < 0.25 * size
        distance = (places(net(read)) - truth).norm(dim=3).mean(2) / size
        return (score * near * distance).sum() / (score * near).sum().clamp(min=1e-6)

    for _ in run:
        value = error(heads, *marked(train, random, spoil, args.batch))
        read, score, before = look(views.batch(args.batch)['pictures'])
        spread = places(before).detach()
        spread = (spread - spread.mean(2, keepdim=True)).norm(dim=3).mean(2).clamp(min=2)
        stay = (score * (places(heads(read)) - places(before)).norm(dim=3).mean(2) / spread).sum() / score.sum().clamp(
            min=1
        )
        run.step(value + 0.1 * stay, pointed=value, moved=stay)
        if run.due():
            with torch.no_grad():
                run.log(held_out_pointed=error(run.averaged(lambda: PointHeads(detector)), *exam))
    with torch.no_grad():
        for mine, theirs in run.averaged(lambda: PointHeads(detector)).pairs(detector):
            theirs.copy_(mine)
    torch.save({'net': detector.state_dict(), 'steps': run.total}, args.out + '.pt')


if __name__ == '__main__':
    main()
