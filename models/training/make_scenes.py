"""Compose scenes and ask the teacher once, for training without a GPU (there a scene costs more than a training step).

usage: make_scenes.py --teacher scrfd_2.5g_kps.onnx --pack pack.npz --out DIR --count 800 [--part train]
Writes DIR/0000.npz ... of four scenes each; train_detector.py --scenes DIR reads them while more are being made."""
import argparse
import os

import numpy as np
import torch

import view
from bank import PhotoBank
from compose import Composer
from networks import Detector
from teachers import detector_teacher


class StoredScenes:
    """The scenes of a folder; looks for new ones from time to time."""

    def __init__(self, folder, patience=40):
        self.folder, self.patience, self.calls = folder, patience, 0
        self.names, self.scenes, self.answers = [], [], []

    def refresh(self):
        for name in sorted(set(os.listdir(self.folder)) - set(self.names)):
            if not name.endswith('.part.npz'):
                self.names.append(name)
                stored = np.load(os.path.join(self.folder, name))
                answers = [torch.from_numpy(stored['answer%d' % s]) for s in Detector.strides]
                for i, scene in enumerate(stored['scenes']):
                    self.scenes.append(torch.from_numpy(scene))
                    self.answers.append([a[i] for a in answers])

    def __call__(self, n):
        """n scenes and their answers."""
        if self.calls % self.patience == 0:
            self.refresh()
        self.calls += 1
        picked = torch.randint(0, len(self.scenes), (n,)).tolist()
        return (torch.stack([self.scenes[i] for i in picked]).float(),
                [torch.stack([self.answers[i][level] for i in picked]).float() for level in range(3)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--teacher', required=True)
    parser.add_argument('--pack', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--count', type=int, default=800)
    parser.add_argument('--scene', type=int, default=640)
    parser.add_argument('--part', default='train')
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    composer = Composer(PhotoBank(args.pack, ('wild', 'neg', 'p1', 'aligned', 'aligned_p1', 'frame'), torch.device('cpu'), args.part), args.scene)
    teacher = detector_teacher(args.teacher)
    for number in range(args.count // 4):
        scenes, exact = composer.scenes(4)
        answers = view.with_exact_points(teacher(scenes), exact)
        path = os.path.join(args.out, '%04d.npz' % number)
        np.savez(path + '.part.npz', scenes=scenes.round().byte().numpy(),
                 **{'answer%d' % s: a.half().numpy() for s, a in zip(Detector.strides, answers)})
        os.replace(path + '.part.npz', path)


if __name__ == '__main__':
    main()
