"""Pictures for the detector with the teacher's answer to every cell, made in advance.

usage: make_views.py --teacher scrfd_2.5g_kps.onnx --pack pack.npz --out VIEWS --count 10000 [--part val]
The teacher looks at an upright, clean scene of 640x640; every scene is seen --views times by the student: turned, squeezed, shrunk
and degraded, and the answer is warped in the same way. Exact points of hand-marked frames replace the teacher's. Writes
VIEWS.pictures.npy (n, 320, 320, 3) RGB bytes; in 16 bits VIEWS.faces.npy (n, faces, 16): score, box and points of every face in pixels,
and whether these points are exact. VIEWS.upright.npy says whether the view stands so that it knows what it sees. 0.3 MB a view. --seed and another --out make other views."""
import argparse

import numpy as np
import torch

import store
import view
from assign import MOST, faces_of
from bank import PhotoBank
from collage import Collages
from compose import Composer
from degrade import degrade
from networks import Detector
from pack import KINDS
from teachers import detector_teacher

SIZE, SCENE = 320, 640
TOGETHER, BESIDE = 2, 10                        # scenes, or collages, at once
TURNED = .35                                    # radians, up to which a view is upright
SHAPES = {'pictures': ((SIZE, SIZE, 3), np.uint8), 'faces': ((MOST, 16), np.float16), 'upright': ((), np.uint8)}


class Viewer:
    """Makes views of new scenes."""

    def __init__(self, composer, teacher, views):
        self.composer, self.teacher, self.views, self.device = composer, teacher, views, composer.device

    @torch.no_grad()
    def views_of_a_few(self):
        """The arrays of a few new scenes."""
        scene, exact = self.composer.scenes(TOGETHER)
        answer = view.with_exact_points(self.teacher(scene), exact)
        again = lambda v: v.repeat_interleave(self.views, 0)
        n = TOGETHER * self.views
        matrix, scale = view.random_views(n, SCENE, SIZE, self.device)
        fill = torch.rand(n, 3, 1, 1, device=self.device) * 255 * (torch.rand(n, 1, 1, 1, device=self.device) < .5)
        clean = view.render(again(scene), matrix, SIZE, fill)
        answers = view.warp_answer([again(a) for a in answer], Detector.strides, matrix, scale, SIZE, SCENE)
        return arrays(degrade(clean), answers, torch.atan2(-matrix[:, 1, 0], matrix[:, 0, 0]).abs() < TURNED)


class PlainViewer:
    """Makes views of collages as they are, half of them degraded."""

    def __init__(self, collages, teacher, device):
        self.collages, self.teacher, self.device = collages, teacher, device

    @torch.no_grad()
    def views_of_a_few(self):
        """The arrays of a few new collages."""
        seeds = torch.randint(1 << 31, (BESIDE,)).tolist()
        clean = torch.from_numpy(np.stack([self.collages(seed) for seed in seeds])).permute(0, 3, 1, 2).float().to(self.device)
        answer = torch.cat([a.flatten(2) for a in self.teacher(clean)], 2).transpose(1, 2)
        answer = torch.cat([answer, torch.zeros_like(answer[..., :1])], 2)
        pictures = torch.cat([clean[:BESIDE // 2], degrade(clean[BESIDE // 2:])])
        return arrays(pictures, answer, torch.ones(BESIDE, device=self.device))


def arrays(pictures, answers, upright):
    """What is stored of views."""
    return dict(pictures=pictures.round().byte().permute(0, 2, 3, 1), faces=torch.from_numpy(faces_of(answers.cpu())).half(), upright=upright.byte())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--teacher', required=True, help='an SCRFD ONNX file, or a checkpoint of ours')
    parser.add_argument('--pack', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--count', type=int, default=10000)
    parser.add_argument('--views', type=int, default=10, help='of every scene')
    parser.add_argument('--plain', action='store_true', help='collages of photos as they are, not turned scenes')
    parser.add_argument('--part', default='train')
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    teacher = detector_teacher(args.teacher).to(device)
    if args.plain:
        viewer = PlainViewer(Collages(args.pack, SIZE, args.part), teacher, device)
    else:
        viewer = Viewer(Composer(PhotoBank(args.pack, KINDS, device, args.part), SCENE), teacher, args.views)

    def make(start, number):
        torch.manual_seed(args.seed * 1000003 + start)
        parts = []
        while sum(len(part['pictures']) for part in parts) < number:
            parts.append(viewer.views_of_a_few())
        return {name: torch.cat([part[name] for part in parts])[:number].cpu().numpy() for name in SHAPES}

    store.fill(args.out, SHAPES, args.count, make)


if __name__ == '__main__':
    main()
