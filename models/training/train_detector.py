"""Distil YuNet n into a network of its form, part by part, then as a whole, with exact points where there are any.

usage: train_detector.py --teacher yunet_n_dynamic.onnx --views VIEWS ... --held-out VIEWS --out OUT --minutes 60 [--alone] [--resume detector.pt]
The views come from make_views.py. First, with --alone, every part learns to continue the teacher's own maps as the teacher does (hints,
Romero et al. 2015). Then the whole learns from the picture to be like the teacher in every part, and to answer as the
teacher does for the picture and its mirror image on average. Views that are turned by right angles have the answers of the upright ones,
turned with them; faces with hand-marked points have those."""
import argparse
import random

import torch
import torch.nn.functional as F

from assign import goals
from loop import Run, arguments, parsed
from make_views import SHAPES
from moves import answers_mirrored, answers_turned, mirrored, turned
from networks import Detector, decode
from soap import Soap
from store import Stored
from teachers import parts_teacher

SILENT = .2                                              # weight of maps before the activation


def pointed(maps, target):
    """Distance of the five points from the hand-marked ones, in parts of their spread, at the cells of faces that have such."""
    points = decode([m.float() for m in maps])[2]
    share = target[..., 0] * (target[..., 0] > .25) * target[..., 15]
    at = torch.where(share > 0)
    truth = target[..., 5:15][at].reshape(-1, 5, 2)
    spread = (truth - truth.mean(1, keepdim=True)).pow(2).sum(2).mean(1).sqrt().clamp(min=2)
    distance = (points[at].reshape(-1, 5, 2) - truth).norm(dim=2).mean(1) / spread
    return (share[at] * distance.clamp(max=3)).sum() / share.sum().clamp(min=1)


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


def on_average(one, two):
    """The mean of two answers, with the places of the surer one where only one of them sees a face."""
    result = []
    for a, b in zip(one, two):
        share = torch.sigmoid(a[:, :1] - b[:, :1])
        result.append(torch.cat([(a[:, :1] + b[:, :1]) / 2, a[:, 1:] * share + b[:, 1:] * (1 - share)], 1))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True, help='the ONNX file of YuNet n, or a checkpoint of ours')
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--held-out', required=True, nargs='+')
    parser.add_argument('--alone', action='store_true', help='every part goes on from the maps of the teacher')
    parser.add_argument('--points', type=float, default=0., help='weight of the hand-marked points beside the likeness')
    parser.add_argument('--turned', type=float, default=.15, help='share of the views that are turned by a right angle or two')
    parser.add_argument('--questions', type=int, default=60, help='held-out views that are asked for every line of the log')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = Detector().to(device, memory_format=torch.channels_last)
    teacher = parts_teacher(args.teacher).to(device)
    exam = Stored(args.held_out, SHAPES, 1)
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
        with run.autocast():
            theirs = teacher.parts(goal['pictures'])
            wanted = net.answers(theirs)
            if not args.alone:
                wanted = on_average(wanted, answers_mirrored(net.answers(teacher.parts(goal['pictures'].flip(3)))))
            mine = net.parts(view, theirs if args.alone else None)
        answers = net.answers(mine)
        alike = [(m[~chosen], t[~chosen]) for m, t in zip(mine, theirs)] if not chosen.all() else [(m * 0, m * 0) for m in mine]
        figures = dict(hint=unlike(*zip(*alike), variances), **misunderstood(answers, answers_turned(wanted, chosen, quarters)))
        value = sum(figures.values())
        if args.points:
            figures['pointed'] = pointed(answers, goals(turned(goal, chosen, quarters)['faces'], view.shape[-1], Detector.strides))
            value = value + args.points * figures['pointed']
        run.step(value, **figures)
        if run.due():
            student = run.averaged(Detector)
            rows = []
            with torch.no_grad():
                for q, solution in zip(questions, solutions):
                    mine = student.parts(q['pictures'].to(memory_format=torch.channels_last))
                    answers = net.answers(mine)
                    rows.append(dict(hint=unlike(mine, solution, variances), **misunderstood(answers, net.answers(solution)),
                                     pointed=pointed(answers, goals(q['faces'], q['pictures'].shape[-1], Detector.strides))))
            run.log(**{'held_out_' + k: sum(row[k] for row in rows) / len(rows) for k in rows[0]})
            run.save()


if __name__ == '__main__':
    main()
