"""Distil a large detector into the small one.

A teacher answers for upright scenes; the student sees them turned, squeezed, shrunk and degraded, and learns the teacher's
dense answer (score, box and points of every cell) warped the same way. Exact points of hand-marked frames replace the
teacher's points. usage: train_detector.py --teacher scrfd_2.5g_kps.onnx --pack pack.npz --out OUT --minutes 9
Without a GPU: make_scenes.py first, then train_detector.py --scenes TRAIN HELD_OUT --sizes 320 ..."""
import argparse

import torch
import torch.nn.functional as F

import view
from bank import PhotoBank
from compose import Composer
from degrade import degrade
from loop import Run, arguments, parsed
from make_scenes import StoredScenes
from networks import Detector, decode
from teachers import detector_teacher

ALL_KINDS = ('wild', 'neg', 'p1', 'aligned', 'aligned_p1', 'frame')


class Lessons:
    """Batches of pictures with the teacher's answer as targets."""

    def __init__(self, source, views=2):
        self.source, self.views = source, views

    @torch.no_grad()
    def batch(self, n, size):
        scenes, answer = self.source(n // self.views)
        repeat = lambda v: v.repeat_interleave(self.views, 0)
        scenes, answer, scene = repeat(scenes), [repeat(a) for a in answer], scenes.shape[2]
        matrix, scale = view.random_views(n, scene, size, scenes.device)
        fill = torch.rand(n, 3, 1, 1, device=scenes.device) * 255 * (torch.rand(n, 1, 1, 1, device=scenes.device) < .5)
        pictures = degrade(view.render(scenes, matrix, size, fill))
        return pictures, view.warp_answer(answer, Detector.strides, matrix, scale, size, scene)


def fresh_scenes(composer, teacher, autocast):
    """A source of new scenes with the teacher's answer and the exact points."""
    def source(n):
        scenes, exact = composer.scenes(n)
        with autocast():
            answer = teacher(scenes)
        return scenes, view.with_exact_points(answer, exact)
    return source


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', help='an SCRFD ONNX file; scenes are composed on the fly')
    parser.add_argument('--scenes', nargs=2, metavar=('TRAIN', 'HELD_OUT'), help='or folders written by make_scenes.py')
    parser.add_argument('--sizes', type=int, nargs='+', default=[320, 416, 416, 512])
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = Detector().to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    if args.scenes:
        train, held_out = (StoredScenes(folder) for folder in args.scenes)
    else:
        teacher = detector_teacher(args.teacher).to(device)
        train, held_out = (fresh_scenes(Composer(PhotoBank(args.pack, ALL_KINDS, device, part, args.limit)), teacher, run.autocast)
                           for part in ('train', 'val'))
    lessons, exam = Lessons(train), Lessons(held_out)
    torch.manual_seed(args.seed + 1000)
    questions = [exam.batch(min(16, args.batch), max(args.sizes)) for _ in range(16 if run.cuda else 2)]
    for _ in run:
        size = args.sizes[int(torch.randint(0, len(args.sizes), ()))]
        pictures, target = lessons.batch(args.batch, size)
        with run.autocast():
            maps = net(pictures.to(memory_format=torch.channels_last))
        value, figures = loss(maps, target)
        run.step(value, **figures)
        if run.due():
            student = run.averaged(Detector)
            with torch.no_grad():
                marks = [loss(student(p), t)[1] for p, t in questions]
            run.log(**{'held_out_' + k: sum(m[k] for m in marks) / len(marks) for k in marks[0]})
            run.save()


if __name__ == '__main__':
    main()
