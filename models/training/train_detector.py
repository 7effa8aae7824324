"""Distil YuNet n into a network of its form, part by part, then as a whole; a larger SCRFD says where faces are that it cannot find.

usage: train_detector.py --teacher yunet_n_dynamic.onnx --views VIEWS ... --held-out VIEWS --out OUT --minutes 60 [--alone] [--resume detector.pt]
The views with the faces that the larger teacher found come from make_views.py. First, with --alone, every part learns to continue the
teacher's own maps as the teacher does (hints, Romero et al. 2015). Then the whole learns from the picture: from upright views
to be like the teacher in every part, and, with --goals, from all views the faces: those of scenes that were turned, squeezed, shrunk
and degraded after the larger teacher had seen them, and hand-marked points."""
import argparse
import random

import torch
import torch.nn.functional as F

from assign import goals
from compose import FLIPPED
from loop import Run, arguments, parsed
from make_views import SHAPES
from networks import Detector, decode
from soap import Soap
from store import Stored
from teachers import parts_teacher

SILENT = .2                                              # weight of maps before the activation
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


def unlike(mine, theirs, variances):
    """How unlike the teacher's the maps of all parts are, in parts of the variance of each channel: of what passes the activation and, less,
    of what does not."""
    error = 0
    for k, (m, t, v) in enumerate(zip(mine, theirs, variances)):
        error = error + ((m - t).pow(2) / v).mean() * SILENT
        if k < len(mine) - len(Detector.strides):
            error = error + ((m.relu() - t.relu()).pow(2) / v).mean() * (1 - SILENT)
    return error / len(mine)


def misunderstood(mine, theirs):
    """How unlike the teacher's answers (maps of 15) are in faces, and at faces in places."""
    faces = places = weight = 0
    for answer, wanted in zip(mine, theirs):
        score = wanted[:, 0].sigmoid()
        focal = (score - answer[:, 0].sigmoid()).detach().abs() ** 1.5
        faces = faces + (focal * F.binary_cross_entropy_with_logits(answer[:, 0], score, reduction='none')).sum()
        extent = (wanted[:, 1:5].sum(1, keepdim=True) / 2).clamp(min=.5)
        error = ((answer[:, 1:] - wanted[:, 1:]) / extent).abs().clamp(max=3).mean(1)
        places = places + (score * (score > .2) * error).sum()
        weight = weight + (score * (score > .2)).sum()
    weight = max(float(weight), 1.)
    return dict(told=faces / weight, placed=places / weight)


def begin(net, teacher, pictures):
    """Let every part start with the mean and deviation of the teacher's."""
    theirs = teacher.parts(pictures)
    with torch.no_grad():
        for k, (m, t) in enumerate(zip(net.parts(pictures, theirs), theirs)):
            last = net.layers[k].look if k else net.layers[0]
            gain = t.std((0, 2, 3)) / m.std((0, 2, 3)).clamp(min=1e-6)
            last.weight.mul_(gain.view(-1, 1, 1, 1))
            last.bias.copy_(t.mean((0, 2, 3)) - gain * (m.mean((0, 2, 3)) - last.bias))


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
    """The chosen ones of a batch of views turned by so many quarters of a circle against the clock, with their faces."""
    pictures, faces = goal['pictures'].clone(), goal['faces'].clone()
    pictures[chosen] = pictures[chosen].rot90(quarters, (2, 3))
    last = pictures.shape[-1] - 1
    for _ in range(quarters):
        faces[chosen] = moved(faces[chosen], lambda p: torch.stack([p[..., 1], last - p[..., 0]], -1))
    return {**goal, 'pictures': pictures, 'faces': faces}


def answers_turned(answers, chosen, quarters):
    """The maps of 15 that belong to views turned in this way."""
    result = [answer.clone() for answer in answers]
    for answer in result:
        part = answer[chosen]
        for _ in range(quarters):
            part = part.rot90(1, (2, 3))
            x, y = part[:, 5::2], part[:, 6::2]
            part = torch.cat([part[:, :1], part[:, [2, 3, 4, 1]], torch.stack([y, -x], 2).flatten(1, 2)], 1)
        answer[chosen] = part
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True, help='the ONNX file of YuNet n, or a checkpoint of ours')
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--held-out', required=True)
    parser.add_argument('--alone', action='store_true', help='every part goes on from the maps of the teacher')
    parser.add_argument('--goals', type=float, default=0., help='weight of the faces of the views beside the likeness')
    parser.add_argument('--turned', type=float, default=.15, help='share of the views that are turned by a right angle or two')
    parser.add_argument('--questions', type=int, default=60, help='held-out views that are asked for every line of the log')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = Detector().to(device, memory_format=torch.channels_last)
    teacher = parts_teacher(args.teacher).to(device)
    exam = Stored([args.held_out], SHAPES, 1)
    batch = lambda source, n: {name: value.to(device) for name, value in source.batch(n).items()}
    questions = [batch(exam, 10) for _ in range(args.questions // 10)]
    solutions = [teacher.parts(q['pictures']) for q in questions]
    variances = [m.var((0, 2, 3), keepdim=True).clamp(min=.01 * float(m.var())) for m in solutions[0]]
    begin(net, teacher, questions[0]['pictures'])
    run = Run(args, net, Soap)
    lessons = Stored(args.views, SHAPES, args.seed + 1000 * args.order)
    for _ in run:
        goal = mirrored(batch(lessons, args.batch), torch.rand(args.batch, device=device) < .5)
        quarters, chosen = random.randint(1, 3), torch.rand(args.batch, device=device) < (0 if args.alone else args.turned)
        view = turned(goal, chosen, quarters)['pictures'].to(memory_format=torch.channels_last)
        upright = (goal['upright'] > 0) | (not args.goals)          # where the teacher is to be followed
        with run.autocast():
            theirs = teacher.parts(goal['pictures'])
            mine = net.parts(view, theirs if args.alone else None)
        answers = net.answers(mine)
        pick = lambda maps, rows: [m[rows] for m in maps]
        figures = dict(hint=unlike(pick(mine, upright & ~chosen), pick(theirs, upright & ~chosen), variances) if (upright & ~chosen).any() else 0 * mine[0].mean(),
                       **misunderstood(pick(answers, upright), pick(answers_turned(net.answers(theirs), chosen, quarters), upright)))
        value = figures['hint'] + figures['told'] + figures['placed']
        if args.goals:
            faces = turned(goal, chosen, quarters)['faces']
            value = value + args.goals * loss(answers, *goals(faces, view.shape[-1], Detector.strides))[0]
        run.step(value, **figures)
        if run.due():
            student = run.averaged(Detector)
            rows = []
            with torch.no_grad():
                for q, solution in zip(questions, solutions):
                    mine = student.parts(q['pictures'].to(memory_format=torch.channels_last))
                    answers = net.answers(mine)
                    rows.append(dict(hint=unlike(mine, solution, variances), **misunderstood(answers, net.answers(solution)),
                                     **loss(answers, *goals(q['faces'], q['pictures'].shape[-1], Detector.strides))[1]))
            run.log(**{'held_out_' + k: sum(row[k] for row in rows) / len(rows) for k in rows[0]})
            run.save()


if __name__ == '__main__':
    main()
