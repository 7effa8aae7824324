"""Teach a detector on pictures that are made while it learns, by goals.py: best on a GPU, where that costs less than
the learning.

usage: train_endless.py --yunet yunet_n_dynamic.onnx --judge scrfd_2.5g_kps.onnx --pack pack.npz --resume detector.pt
--out OUT --minutes 8
First so many pictures as --fill seconds allow, then a few new ones for every --fresh steps. Where a network has seen
nothing but photos of one kind, it
is best mixed afterwards with what it was before (mix.py)."""
import argparse
import time

import torch

from bank import PhotoBank
from collage import Collages
from compose import Composer
from goals import goals, mirrored
from loop import Run, arguments, parsed
from make_views import SCENE, SIZE, plain_views, scene_views
from networks import Detector
from pack import KINDS
from soap import Soap
from teachers import Scrfd, detector_teacher
from train_detector import misunderstood, unlike

CELLS = [SIZE // stride for stride in Detector.strides]
HINT = 0.3  # weight of the teacher's maps, which falls to nothing


class Source:
    """New pictures as bytes, and what is to be said of them."""

    def __init__(self, bank, ask):
        self.collages, self.composer, self.ask = Collages(bank, SIZE), Composer(bank, SCENE), ask

    def __call__(self, plain, scenes, views):
        fast, torch.backends.cudnn.benchmark = (
            torch.backends.cudnn.benchmark,
            False,
        )  # every batch that is degraded has another size
        pictures = (
            torch.cat([plain_views(self.collages, plain), scene_views(self.composer, scenes, views)]).round().byte()
        )
        torch.backends.cudnn.benchmark = fast
        return pictures, self.ask(pictures)


class Pool:
    """The latest pictures and their goals, on the device."""

    def __init__(self, count, device):
        self.pictures = torch.empty(count, 3, SIZE, SIZE, dtype=torch.uint8, device=device)
        self.goals = [torch.empty(count, 15, cells, cells, dtype=torch.half, device=device) for cells in CELLS]
        self.made = 0

    def add(self, pictures, wanted):
        """In place of the oldest."""
        at = torch.arange(self.made, self.made + len(pictures), device=self.pictures.device) % len(self.pictures)
        for pool, new in zip([self.pictures, *self.goals], [pictures, *wanted]):
            pool[at] = new.to(pool.dtype)
        self.made += len(pictures)

    def batch(self, n):
        """Pictures as numbers and their goals, half of them mirrored."""
        at = torch.randint(min(self.made, len(self.pictures)), (n,), device=self.pictures.device)
        mirror = (torch.rand(n, device=self.pictures.device) < 0.5).view(-1, 1, 1, 1)
        pictures, wanted = self.pictures[at].float(), [maps[at].float() for maps in self.goals]
        return (
            torch.where(mirror, pictures.flip(3), pictures).contiguous(memory_format=torch.channels_last),
            [torch.where(mirror, mirrored(maps), maps) for maps in wanted],
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--yunet', required=True, help='the ONNX file of YuNet n, or a checkpoint of ours')
    parser.add_argument('--judge', required=True, help='the ONNX file of SCRFD-2.5G')
    parser.add_argument('--pool', type=int, default=60000, help='pictures that are kept; 0.4 MB each')
    parser.add_argument('--fill', type=float, default=55, help='seconds of making pictures before the first step')
    parser.add_argument(
        '--make', type=int, nargs=3, default=(80, 12, 4), help='collages, scenes and views of each scene at once'
    )
    parser.add_argument('--fresh', type=int, default=6, help='steps for which one such lot is made')
    parser.add_argument(
        '--exact', type=float, default=0.85, help='share of the time after which a GPU calculates in 32 bits'
    )
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    kind = torch.half if device.type == 'cuda' else torch.float
    torch.backends.cudnn.benchmark, torch.backends.cudnn.allow_tf32 = True, False
    yunet, judge = [teacher.to(device, kind) for teacher in (detector_teacher(args.yunet), Scrfd(args.judge))]
    ask = lambda pictures: goals(pictures.to(kind), yunet, judge)
    train, held_out = [
        Source(PhotoBank(args.pack, KINDS, device, part, args.limit), ask)
        for part in (('train', 'val') if not args.limit else ('all', 'all'))
    ]
    questions = [
        (pictures.float().contiguous(memory_format=torch.channels_last), wanted)
        for pictures, wanted in (held_out(*args.make), held_out(*args.make))
    ]
    pool, begun = Pool(args.pool, device), time.time()
    while not pool.made or (pool.made < args.pool and time.time() - begun < args.fill):
        pool.add(*train(*args.make))
    print(pool.made, 'pictures', flush=True)

    net = Detector().to(device, memory_format=torch.channels_last)
    run = Run(args, net, lambda groups, rate: Soap(groups, rate, every=30))
    variances = [
        m.float().var((0, 2, 3), keepdim=True).clamp(min=0.01 * float(m.float().var()))
        for m in yunet.parts(questions[0][0][:32].to(kind))
    ]
    few = max(1, args.batch // 4)  # of whose maps the teacher is asked, too
    for progress in run:
        if run.step_count % args.fresh == 0:
            pool.add(*train(*args.make))
        pictures, wanted = pool.batch(args.batch)
        with torch.autocast(device.type, torch.bfloat16, enabled=run.cuda and progress < args.exact):
            parts = net.parts(pictures)
        hint = unlike(
            [m[:few] for m in parts[: net.inner]], yunet.parts(pictures[:few].to(kind))[: net.inner], variances
        )
        values = dict(misunderstood(net.answers([m.float() for m in parts]), wanted), hint=hint)
        run.step(values['told'] + values['placed'] + HINT * (1 - progress) * hint, **values)
        if run.due():
            student = run.averaged(Detector)
            with torch.no_grad():
                rows = [misunderstood(student(pictures), wanted) for pictures, wanted in questions]
            run.log(**{'held_out_' + k: sum(row[k] for row in rows) / len(rows) for k in rows[0]})
            run.save()
    print(pool.made, 'pictures in all', flush=True)


if __name__ == '__main__':
    main()
