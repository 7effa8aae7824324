"""Distil a public MobileFaceNet into a smaller embedder, stage by stage, then as a whole.

usage: train_embedder.py --teacher mobilefacenet_qengineering.onnx --pack pack.npz --faces FACES ... --out OUT --minutes 60
The faces with the teacher's maps and answers come from make_faces.py. First every stage learns to continue the teacher's own map as
the teacher does (hints, Romero et al. 2015), for a share --alone of the time; then the whole learns from the picture. What counts in
the end are the teacher's unit vectors and, more strongly, how alike the pictures of a batch are."""
import argparse

import numpy as np
import torch
import torch.nn.functional as F

from loop import Run, arguments, parsed
from make_faces import MARGIN, SHAPES, aligned
from networks import StagedEmbedder
from store import Stored
from teachers import hint, load_mobilefacenet


def alike(a, b):
    """Mean squared difference of the similarities within a batch, without those of a picture with itself."""
    off = ~torch.eye(len(a), dtype=torch.bool, device=a.device)
    return (a @ a.t() - b @ b.t())[off].pow(2).mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True)
    parser.add_argument('--faces', required=True, nargs='+')
    parser.add_argument('--alone', type=float, default=.25, help='share of the time in which the stages learn alone')
    parser.add_argument('--hints', type=float, default=.5, help='weight of the maps while the whole learns')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    net = StagedEmbedder().to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    stored = Stored(args.faces, SHAPES, args.seed + 1000 * args.order)
    crops = aligned(args.pack, 'val' if not args.limit else 'all')[:args.limit or 400]
    question = torch.from_numpy(np.ascontiguousarray(crops[:, MARGIN:-MARGIN, MARGIN:-MARGIN])).permute(0, 3, 1, 2).float()
    ask = lambda net: F.normalize(torch.cat([net(part.to(device, memory_format=torch.channels_last)) for part in question.split(32)]))
    with torch.no_grad():
        solution = ask(load_mobilefacenet(args.teacher).to(device, memory_format=torch.channels_last))
    for progress in run:
        goal = {name: value.to(device) for name, value in stored.batch(args.batch).items()}
        if progress < args.alone:
            answers = net.middle((goal['pictures'] - 127.5) / 128), net.late(goal['middle']), net.answer(goal['late'])
        else:
            answers = net.features(goal['pictures'])
        middle, late = hint(answers[0], goal['middle']), hint(answers[1], goal['late'])
        mine, theirs = F.normalize(answers[2]), F.normalize(goal['answers'])
        angle, relation = (1 - (mine * theirs).sum(1)).mean(), alike(mine, theirs)
        run.step(4 * angle + 8 * relation + (1 if progress < args.alone else args.hints) * (middle + late),
                 angle=angle, relation=relation, middle=middle, late=late)
        if run.due():
            with torch.no_grad():
                mine = ask(run.averaged(StagedEmbedder))
            run.log(held_out_cosine=(mine * solution).sum(1).mean(), held_out_relation=alike(mine, solution).sqrt())
            run.save()


if __name__ == '__main__':
    main()
