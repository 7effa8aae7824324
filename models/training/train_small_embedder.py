"""Distil a public MobileFaceNet into the small embedder, from the answers that make_faces.py stored. Without a GPU.

usage: train_small_embedder.py --teacher mobilefacenet_qengineering.onnx --pack pack.npz --faces FACES --resume embedder.pt --out OUT --minutes 60
The student learns the teacher's unit vectors and, more strongly, how alike the pictures of a batch are."""
import argparse

import numpy as np
import torch
import torch.nn.functional as F

from loop import Run, arguments, parsed
from make_faces import MARGIN, aligned
from networks import SmallEmbedder
from teachers import load_mobilefacenet


class Stored:
    """Pictures with answers, in a new order every time all have been seen."""

    def __init__(self, path, seed):
        self.pictures, self.answers = np.load(path + '.pictures.npy', 'r'), np.load(path + '.answers.npy', 'r')
        made = np.any(self.answers[:] != 0, axis=1)
        self.made, self.random = np.where(made)[0], np.random.default_rng(seed)
        self.order = self.made[:0]

    def batch(self, n):
        """Pictures (n, 3, 112, 112) and unit vectors (n, 128)."""
        if len(self.order) < n:
            self.order = np.r_[self.order, self.random.permutation(self.made)]
        chosen, self.order = np.sort(self.order[:n]), self.order[n:]
        return (torch.from_numpy(self.pictures[chosen]).permute(0, 3, 1, 2).float(),
                F.normalize(torch.from_numpy(self.answers[chosen].astype(np.float32))))


def alike(a, b):
    """Mean squared difference of the similarities within a batch, without those of a picture with itself."""
    off = ~torch.eye(len(a), dtype=torch.bool, device=a.device)
    return (a @ a.t() - b @ b.t())[off].pow(2).mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True)
    parser.add_argument('--faces', required=True)
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    net = SmallEmbedder().to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    stored = Stored(args.faces, args.seed + 1000 * args.order)
    crops = aligned(args.pack, 'val' if not args.limit else 'all')[:args.limit or 400]
    question = torch.from_numpy(np.ascontiguousarray(crops[:, MARGIN:-MARGIN, MARGIN:-MARGIN])).permute(0, 3, 1, 2).float()
    ask = lambda net: F.normalize(torch.cat([net(part.to(device)) for part in question.split(32)]))
    with torch.no_grad():
        solution = ask(load_mobilefacenet(args.teacher).to(device))
    for _ in run:
        pictures, theirs = stored.batch(args.batch)
        theirs = theirs.to(device)
        mine = F.normalize(net(pictures.to(device, memory_format=torch.channels_last)))
        angle, relation = (1 - (mine * theirs).sum(1)).mean(), alike(mine, theirs)
        run.step(angle + 4 * relation, angle=angle, relation=relation)
        if run.due():
            with torch.no_grad():
                mine = ask(run.averaged(SmallEmbedder))
            run.log(held_out_cosine=(mine * solution).sum(1).mean(), held_out_relation=alike(mine, solution).sqrt())
            run.save()


if __name__ == '__main__':
    main()
