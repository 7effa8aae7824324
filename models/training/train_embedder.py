"""Distil a public MobileFaceNet into an embedder of its form, block by block, then as a whole.

usage: train_embedder.py --teacher mobilefacenet_qengineering.onnx --pack pack.npz --out OUT --minutes 60 [--alone]
[--resume embedder.pt]
First, with --alone, every block learns to continue the teacher's own map as the teacher does (hints, Romero et al.
2015);
then the whole learns from the picture. What counts in the end are the teacher's unit vectors and, more strongly, how
alike the
pictures of a batch are."""
import argparse

import torch
import torch.nn.functional as F

from faces import MARGIN, Variety, aligned
from loop import Run, arguments, freeze, parsed
from networks import LeakyMobileFaceNet
from soap import Soap
from teachers import load_mobilefacenet


def alike(a, b):
    """Mean squared difference of the similarities within a batch, without those of a picture with itself."""
    off = ~torch.eye(len(a), dtype=torch.bool, device=a.device)
    return (a @ a.t() - b @ b.t())[off].pow(2).mean()


def added(maps):
    """What every block adds to its input, if it has a way round itself, or else its output."""
    return [
        m - before if before is not None and m.shape == before.shape else m
        for m, before in zip(maps, [None, *maps[:-1]])
    ]


def begin(net, answers):
    """Let the last batch norm of every block start with the mean and deviation of the teacher's answers."""
    for block, answer in zip(net.blocks[:-1], added(answers)):
        last = [module for module in block.modules() if isinstance(module, torch.nn.BatchNorm2d)][-1]
        last.weight.data.copy_(answer.std((0, 2, 3)).clamp(min=1e-3))
        last.bias.data.copy_(answer.mean((0, 2, 3)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True)
    parser.add_argument('--alone', action='store_true', help='every block goes on from the maps of the teacher')
    parser.add_argument(
        '--free', type=float, default=0.01, help='share of the time in which the means of batch norm still move'
    )
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    net = LeakyMobileFaceNet().to(device, memory_format=torch.channels_last)
    teacher = load_mobilefacenet(args.teacher).to(device, memory_format=torch.channels_last)
    variety = Variety(aligned(args.pack, 'train' if not args.limit else 'all')[: args.limit], (args.seed, args.order))
    to_input = (
        lambda crops: torch.from_numpy(crops)
        .permute(0, 3, 1, 2)
        .to(device)
        .float()
        .contiguous(memory_format=torch.channels_last)
    )
    question = to_input(
        aligned(args.pack, 'val' if not args.limit else 'all')[: args.limit or 400, MARGIN:-MARGIN, MARGIN:-MARGIN]
    )
    ask = lambda net: F.normalize(torch.cat([net(part) for part in question.split(32)]))
    with torch.no_grad():
        solution = ask(teacher)
        if not args.resume:
            begin(net, teacher.features(to_input(variety.batch(64 if not args.limit else 4))))
    run = Run(args, net, Soap)
    for progress in run:
        if args.resume or progress > args.free:
            freeze(net)
        pictures = to_input(variety.batch(args.batch))
        with torch.no_grad():
            theirs = teacher.features(pictures)
        mine = net.features(pictures, theirs if args.alone else None)
        maps = sum(F.mse_loss(m, t) / a.var() for m, t, a in zip(mine, theirs, added(theirs))) / len(mine)
        mine, theirs = F.normalize(mine[-1]), F.normalize(theirs[-1])
        angle, relation = (1 - (mine * theirs).sum(1)).mean(), alike(mine, theirs)
        run.step(4 * angle + 8 * relation + 5 * maps, angle=angle, relation=relation, maps=maps)
        if run.due():
            with torch.no_grad():
                mine = ask(run.averaged(LeakyMobileFaceNet))
            run.log(held_out_cosine=(mine * solution).sum(1).mean(), held_out_relation=alike(mine, solution).sqrt())
            run.save()


if __name__ == '__main__':
    main()
