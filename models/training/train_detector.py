"""Distil a large detector into the small one.

usage: train_detector.py --views VIEWS ... --held-out VIEWS --out OUT --minutes 60 [--resume detector.pt | --grow detector-of-version-0.pt]
The views with the teacher's dense answers come from make_views.py: the student sees scenes turned, squeezed, shrunk and degraded,
and learns the answer that the teacher gave to the clean scene; from upright views also what the teacher made of the clean view before
its heads (hints, Romero et al. 2015)."""
import argparse

import torch
import torch.nn.functional as F

from loop import Run, arguments, parsed
from make_views import SHAPES
from networks import Detector, decode, first_detector, grown, read_weights
from store import Stored
from teachers import hint


def giou(a, b):
    """Intersection over union and its generalised form, row by row."""
    area = lambda v: (v[..., 2] - v[..., 0]).clamp(min=0) * (v[..., 3] - v[..., 1]).clamp(min=0)
    common = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    union = area(a) + area(b) - common + 1e-6
    hull = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).prod(-1) + 1e-6
    return common / union, common / union - (hull - union) / hull


def loss(maps, target):
    """Focal cross entropy towards the teacher's score; GIoU and point distance weighted by that score."""
    logits, boxes, points = decode([m.float() for m in maps])
    score = target[..., 0]
    positive = score > .25
    weight = (score * positive).sum().clamp(min=1)
    focal = (score - logits.sigmoid()).detach().abs() ** 1.5
    face = (focal * F.binary_cross_entropy_with_logits(logits, score, reduction='none')).sum() / weight

    at, share = torch.where(positive), score[positive]
    overlap, general = giou(boxes[at], target[..., 1:5][at])
    box = (share * (1 - general)).sum() / weight
    truth, exact = target[..., 5:15][at], target[..., 15][at]
    spread = truth.reshape(-1, 5, 2)
    spread = (spread - spread.mean(1, keepdim=True)).pow(2).sum(2).mean(1).sqrt().clamp(min=2)
    distance = (points[at] - truth).reshape(-1, 5, 2).norm(dim=2).mean(1) / spread
    point = (share * (1 + 2 * exact) * distance.clamp(max=3)).sum() / weight
    return 1.2 * face + 1.5 * box + .8 * point, dict(face=face, box=box, point=point, iou=(share * overlap).sum() / weight)


def neck_error(mine, theirs, upright):
    """Squared error in units of the teacher's variance, of upright views."""
    chosen = upright > 0
    if not chosen.any():
        return theirs.new_zeros(())
    parts, start = [], 0
    for neck in mine:
        cells = neck[0, 0].numel()
        parts.append(hint(neck[chosen].float().flatten(2), theirs[chosen, start:start + cells].transpose(1, 2)))
        start += cells
    return sum(parts) / len(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--held-out', required=True)
    parser.add_argument('--grow', help='checkpoint of version 0, from whose answers to begin')
    parser.add_argument('--hints', type=float, default=1., help='weight of the hints')
    parser.add_argument('--questions', type=int, default=200, help='held-out views that are asked for every line of the log')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = (grown(read_weights(first_detector(), args.grow)) if args.grow else Detector()).to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    lessons = Stored(args.views, SHAPES, args.seed + 1000 * args.order)
    exam = Stored([args.held_out], SHAPES, 1)
    batch = lambda source, n: {name: value.to(device) for name, value in source.batch(n).items()}
    questions = [batch(exam, 10) for _ in range(args.questions // 10)]
    for _ in run:
        goal = batch(lessons, args.batch)
        with run.autocast():
            maps, hints = net.taught(goal['pictures'].to(memory_format=torch.channels_last))
        value, figures = loss(maps, goal['answers'])
        neck = neck_error(hints, goal['necks'], goal['upright'])
        run.step(value + args.hints * neck, neck=neck, **figures)
        if run.due():
            student = run.averaged(Detector)
            with torch.no_grad():
                marks = [loss(student(q['pictures'].to(memory_format=torch.channels_last)), q['answers'])[1] for q in questions]
            run.log(**{'held_out_' + k: sum(m[k] for m in marks) / len(marks) for k in marks[0]})
            run.save()


if __name__ == '__main__':
    main()
