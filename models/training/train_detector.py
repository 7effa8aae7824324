"""Distil a large detector into the small one, stage by stage, then as a whole.

usage: train_detector.py --teacher scrfd_2.5g_kps.onnx --views VIEWS ... --held-out VIEWS --out OUT --minutes 60 [--resume detector.pt]
The views with the faces that the teacher found come from make_views.py. First every stage learns to continue the teacher's own map as the teacher
does (hints, Romero et al. 2015), for a share --alone of the time. Then the whole learns from the picture: it sees scenes turned, squeezed, shrunk
and degraded, and learns the answer that the teacher gave to the clean scene; from upright views also what the teacher made of the
clean view before its heads."""
import argparse
import random

import torch
import torch.nn.functional as F

from assign import goals
from compose import FLIPPED
from loop import Run, arguments, parsed
from make_views import SHAPES
from networks import Detector, decode
from store import Stored
from teachers import detector_teacher, hint

SWAPPED = [0, 1] + [2 + k for k in FLIPPED]               # a face's corners and points in a mirror image


def giou(a, b):
    """Intersection over union and its generalised form, row by row."""
    area = lambda v: (v[..., 2] - v[..., 0]).clamp(min=0) * (v[..., 3] - v[..., 1]).clamp(min=0)
    common = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    union = area(a) + area(b) - common + 1e-6
    hull = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).prod(-1) + 1e-6
    return common / union, common / union - (hull - union) / hull


def loss(maps, target, care):
    """Focal cross entropy towards the face's score; GIoU and point distance weighted by that score."""
    logits, boxes, points = decode([m.float() for m in maps])
    score = target[..., 0]
    positive = score > .25
    weight = (score * positive).sum().clamp(min=1)
    focal = (score - logits.sigmoid()).detach().abs() ** 1.5 * care
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


def parts(necks, sizes):
    """Necks (n, cells, channels) as maps of these heights and widths."""
    rows = necks.split([height * width for height, width in sizes], 1)
    return [part.transpose(1, 2).unflatten(2, size) for part, size in zip(rows, sizes)]


def moved(faces, move):
    """Faces whose corners and points are moved; rows without a face stay zeros."""
    places = move(faces[..., 1:15].unflatten(2, (7, 2)))
    places = torch.cat([places[..., :2, :].sort(2)[0], places[..., 2:, :]], 2).flatten(2)
    return torch.cat([faces[..., :1], places, faces[..., 15:]], 2) * (faces[..., :1] > 0)


def mirrored(goal, chosen):
    """The chosen ones of a batch of views as their mirror images, with their faces, but not the necks."""
    pictures, faces = goal['pictures'].clone(), goal['faces'].clone()
    pictures[chosen] = pictures[chosen].flip(3)
    last = pictures.shape[-1] - 1
    faces[chosen] = moved(faces[chosen], lambda p: torch.stack([last - p[..., 0], p[..., 1]], -1)[..., SWAPPED, :])
    return {**goal, 'pictures': pictures, 'faces': faces}


def turned(goal, chosen, quarters):
    """The chosen ones of a batch of views turned by so many quarters of a circle against the clock; they no longer stand upright."""
    pictures, faces, upright = goal['pictures'].clone(), goal['faces'].clone(), goal['upright'].clone()
    pictures[chosen] = pictures[chosen].rot90(quarters, (2, 3))
    upright[chosen] = 0
    last = pictures.shape[-1] - 1
    for _ in range(quarters):
        faces[chosen] = moved(faces[chosen], lambda p: torch.stack([p[..., 1], last - p[..., 0]], -1))
    return {**goal, 'pictures': pictures, 'faces': faces, 'upright': upright}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True, help='an SCRFD ONNX file, or a checkpoint of ours')
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--held-out', required=True)
    parser.add_argument('--alone', type=float, default=.2, help='share of the time in which the stages learn alone')
    parser.add_argument('--hints', type=float, default=1., help='weight of the maps beside the answers')
    parser.add_argument('--turned', type=float, default=.15, help='share of the views that are turned by a right angle or two')
    parser.add_argument('--questions', type=int, default=200, help='held-out views that are asked for every line of the log')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = Detector().to(device, memory_format=torch.channels_last)
    teacher = detector_teacher(args.teacher).to(device)
    run = Run(args, net)
    lessons = Stored(args.views, SHAPES, args.seed + 1000 * args.order)
    exam = Stored([args.held_out], SHAPES, 1)
    batch = lambda source, n: {name: value.to(device) for name, value in source.batch(n).items()}
    questions = [batch(exam, 10) for _ in range(args.questions // 10)]
    necks = len(Detector.strides)
    measures = [m.std((0, 2, 3), keepdim=True).clamp(min=.1 * float(m.std())) for m in teacher.features(questions[0]['pictures'])]
    scaled = lambda maps, by: [m / measure for m, measure in zip(maps, by)]      # BatchNorm begins with a deviation of 1
    for progress in run:
        flipped = torch.rand(args.batch, device=device) < .5
        goal = mirrored(batch(lessons, args.batch), flipped)
        goal = turned(goal, torch.rand(args.batch, device=device) < args.turned, random.randint(1, 3))
        pictures, upright = goal['pictures'].to(memory_format=torch.channels_last), goal['upright'] > 0
        target, care = goals(goal['faces'], pictures.shape[-1], Detector.strides)
        with run.autocast():
            if progress < args.alone:
                theirs = scaled(teacher.features(pictures), measures)
                mine = net.continued(pictures, theirs)
                maps, target, care = [m[upright] for m in net.answers(theirs)], target[upright], care[upright]
            else:
                mine = net.features(pictures)
                maps = net.answers(mine)
                known = upright & ~flipped
                mine = [m[known] for m in mine[-necks:]]
                theirs = scaled(parts(goal['necks'][known], [m.shape[2:] for m in mine]), measures[-necks:])
        value, figures = loss(maps, target, care)
        like = sum(map(hint, mine, theirs)) / len(mine) if len(mine[0]) else value * 0
        run.step(value + args.hints * like, hint=like, **figures)
        if run.due():
            student = run.averaged(Detector)
            with torch.no_grad():
                marks = [loss(student(q['pictures'].to(memory_format=torch.channels_last)), *goals(q['faces'], q['pictures'].shape[-1], Detector.strides))[1]
                         for q in questions]
            run.log(**{'held_out_' + k: sum(m[k] for m in marks) / len(marks) for k in marks[0]})
            run.save()


if __name__ == '__main__':
    main()
