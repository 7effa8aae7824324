"""Teach a detector by YuNet n, part by part, then as a whole.

usage: train_detector.py --teacher yunet_n_dynamic.onnx --views VIEWS ... --held-out VIEWS --out OUT --minutes 30
[--alone] [--resume detector.pt]
First, with --alone, every part learns to continue the teacher's own map as the teacher does (hints, Romero et al.
2015); then every part goes on
from what the one before made of it. The views come from make_views.py. What is measured on held-out views is the whole
detector."""
import argparse

import torch
import torch.nn.functional as F

from loop import Run, arguments, parsed
from make_views import SHAPES
from networks import Detector
from soap import Soap
from store import Stored
from teachers import detector_teacher

SILENT = 0.2  # weight of maps before the activation


def unlike(mine, theirs, variances):
    """How unlike the teacher's the maps of all parts are, in parts of the variance of each channel: of what passes the
    activation and, less,
    of what does not."""
    error = 0
    for k, (m, t, v) in enumerate(zip(mine, theirs, variances)):
        error = error + ((m - t).pow(2) / v).mean() * SILENT
        if k < Detector.inner:
            error = error + ((m.relu() - t.relu()).pow(2) / v).mean() * (1 - SILENT)
    return error / len(mine)


def misunderstood(mine, theirs):
    """How unlike the teacher's answers (maps of 15) are in faces, and at faces in places."""
    faces = places = weight = 0
    for answer, wanted in zip(mine, theirs):
        score = wanted[:, 0].sigmoid()
        focal = (score - answer[:, 0].sigmoid()).detach().abs() ** 1.5
        faces = faces + (focal * F.binary_cross_entropy_with_logits(answer[:, 0], score, reduction='none')).sum()
        extent = (wanted[:, 1:5].sum(1, keepdim=True) / 2).clamp(min=0.5)
        error = ((answer[:, 1:] - wanted[:, 1:]) / extent).abs().clamp(max=3).mean(1)
        places = places + (score * (score > 0.2) * error).sum()
        weight = weight + (score * (score > 0.2)).sum()
    weight = torch.clamp(weight, min=1.0)
    return dict(told=faces / weight, placed=places / weight)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True, help='the ONNX file of YuNet n, or a checkpoint of ours')
    parser.add_argument('--views', required=True, nargs='+')
    parser.add_argument('--held-out', required=True, nargs='+')
    parser.add_argument('--alone', action='store_true', help='every part goes on from the maps of the teacher')
    parser.add_argument(
        '--questions', type=int, default=60, help='held-out views that are asked for every line of the log'
    )
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = Detector().to(device, memory_format=torch.channels_last)
    teacher = detector_teacher(args.teacher).to(device)
    batch = lambda source, n: source.batch(n)['pictures'].to(device, memory_format=torch.channels_last)
    exam = Stored(args.held_out, SHAPES, 1)
    questions = [batch(exam, 10) for _ in range(args.questions // 10)]
    solutions = [teacher.parts(question) for question in questions]
    variances = [m.var((0, 2, 3), keepdim=True).clamp(min=0.01 * float(m.var())) for m in solutions[0]]
    if not args.resume:
        net.even(questions[0], solutions[0])
    run = Run(args, net, Soap)
    lessons = Stored(args.views, SHAPES, args.seed + 1000 * args.order)

    def figures(mine, theirs):
        return dict(hint=unlike(mine, theirs, variances), **misunderstood(net.answers(mine), net.answers(theirs)))

    for _ in run:
        pictures = batch(lessons, args.batch)
        mirror = torch.rand(len(pictures), device=device) < 0.5
        pictures[mirror] = pictures[mirror].flip(3)
        with run.autocast():
            theirs = teacher.parts(pictures)
            values = figures(net.parts(pictures, theirs if args.alone else None), theirs)
        run.step(sum(values.values()), **values)
        if run.due():
            student = run.averaged(Detector)
            with torch.no_grad():
                rows = [figures(student.parts(question), solution) for question, solution in zip(questions, solutions)]
            run.log(**{'held_out_' + k: sum(row[k] for row in rows) / len(rows) for k in rows[0]})
            run.save()


if __name__ == '__main__':
    main()
