"""Pictures for the detector with the teacher's answer to every cell, made in advance.

usage: make_views.py --teacher scrfd_2.5g_kps.onnx --pack pack.npz --out VIEWS --count 10000 [--part val]
The teacher looks at an upright, clean scene of 640x640; every scene is seen --views times by the student: turned, squeezed, shrunk
and degraded, and the answer is warped in the same way. Exact points of hand-marked frames replace the teacher's. Writes
VIEWS.pictures.npy (n, 320, 320, 3) RGB bytes and VIEWS.answers.npy (n, cells, 16), 16 bits: score, box and points of every cell in pixels,
and whether these points are exact; 0.4 MB a view. --seed and another --out make other views."""
import argparse

import numpy as np
import torch

import store
import view
from bank import PhotoBank
from compose import Composer
from degrade import degrade
from networks import Detector
from teachers import detector_teacher

KINDS = ('wild', 'neg', 'p1', 'aligned', 'aligned_p1', 'frame')
SIZE, SCENE, TOGETHER = 320, 640, 2
CELLS = sum((SIZE // stride) ** 2 for stride in Detector.strides)
SHAPES = {'pictures': ((SIZE, SIZE, 3), np.uint8), 'answers': ((CELLS, 16), np.float16)}


class Viewer:
    """Makes views of new scenes."""

    def __init__(self, composer, teacher, views):
        self.composer, self.teacher, self.views, self.device = composer, teacher, views, composer.device

    @torch.no_grad()
    def views_of(self, scenes):
        """Pictures (n, 3, 320, 320) and answers (n, cells, 16) of a few new scenes."""
        scene, exact = self.composer.scenes(scenes)
        answer = view.with_exact_points(self.teacher(scene), exact)
        again = lambda v: v.repeat_interleave(self.views, 0)
        n = scenes * self.views
        matrix, scale = view.random_views(n, SCENE, SIZE, self.device)
        fill = torch.rand(n, 3, 1, 1, device=self.device) * 255 * (torch.rand(n, 1, 1, 1, device=self.device) < .5)
        pictures = degrade(view.render(again(scene), matrix, SIZE, fill))
        return pictures, view.warp_answer([again(a) for a in answer], Detector.strides, matrix, scale, SIZE, SCENE)

    def make(self, number):
        """So many views as arrays."""
        parts = [self.views_of(TOGETHER) for _ in range(-(-number // (TOGETHER * self.views)))]
        pictures, answers = (torch.cat(p)[:number] for p in zip(*parts))
        return dict(pictures=pictures.round().byte().permute(0, 2, 3, 1).cpu().numpy(), answers=answers.half().cpu().numpy())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--teacher', required=True, help='an SCRFD ONNX file, or a checkpoint of ours')
    parser.add_argument('--pack', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--count', type=int, default=10000)
    parser.add_argument('--views', type=int, default=5, help='of every scene')
    parser.add_argument('--part', default='train')
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    composer = Composer(PhotoBank(args.pack, KINDS, device, args.part), SCENE)
    viewer = Viewer(composer, detector_teacher(args.teacher).to(device), args.views)

    def make(start, number):
        torch.manual_seed(args.seed * 1000003 + start)
        return viewer.make(number)

    store.fill(args.out, SHAPES, args.count, make)


if __name__ == '__main__':
    main()
