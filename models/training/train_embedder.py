"""Distil MobileFaceNet into a MobileFaceNet with fresh random weights, block by block, then as a whole.

First every block learns to answer like the teacher's block, given the teacher's features; then the whole student runs on
its own features towards the teacher's features and embedding. Faces are few, so they are warped, mixed and morphed on the
fly: the teacher answers for any face-like picture. usage:
train_embedder.py --teacher mobilefacenet_qengineering.onnx --pack pack.npz --out OUT --minutes 9"""
import argparse

import numpy as np
import torch
import torch.nn.functional as F

import chain
from bank import PhotoBank
from degrade import degrade
from loop import Run, arguments, parsed
from networks import MobileFaceNet
from teachers import load_mobilefacenet

KINDS = ('wild', 'aligned', 'aligned_p1')        # no frame of a person of LFW


class Faces:
    """Aligned faces with variety."""
    size = 112

    def __init__(self, bank):
        self.bank = bank
        points = bank.face_points.cpu().numpy().astype(float)
        matrices = [chain.similarity(chain.ARCFACE, p) for p in points]
        self.matrix = torch.tensor(np.stack(matrices), dtype=torch.float32, device=bank.device)
        steps = torch.det(self.matrix[:, :, :2]).abs().sqrt()
        self.faces = torch.where(steps > .35)[0]             # eyes at least about 12 px apart

    @torch.no_grad()
    def plain(self, faces):
        return self.bank.crops(self.bank.face_photo[faces], self.matrix[faces], self.size)

    @torch.no_grad()
    def varied(self, n):
        """Jitter, elastic warp, mirror; half are mixtures of two faces; then degraded."""
        bank, size, device = self.bank, self.size, self.bank.device
        faces = self.faces[torch.randint(0, len(self.faces), (n,), device=device)]
        rand = lambda low, high: torch.rand(n, 1, 1, device=device) * (high - low) + low
        grid = torch.arange(size, device=device, dtype=torch.float32) - (size - 1) / 2
        flip = torch.where(rand(0, 1) < .5, -1., 1.)
        angle, zoom, aspect = rand(-.16, .16), torch.exp(rand(-.12, .12)), torch.exp(rand(-.06, .06))
        x, y = grid.view(1, 1, -1) * flip * zoom * aspect, grid.view(1, -1, 1) * zoom / aspect
        elastic = F.interpolate(torch.randn(n, 2, 5, 5, device=device) * rand(0, 2.5)[:, None], size=(size, size), mode='bicubic', align_corners=True)
        u = x * torch.cos(angle) - y * torch.sin(angle) + rand(-4, 4) + elastic[:, 0] + (size - 1) / 2
        v = x * torch.sin(angle) + y * torch.cos(angle) + rand(-4, 4) + elastic[:, 1] + (size - 1) / 2
        m = self.matrix[faces][:, :, :, None, None]
        step = torch.det(self.matrix[faces][:, :, :2]).abs().sqrt().view(-1, 1, 1).expand(n, size, size)
        rgb, inside = bank.sample(bank.face_photo[faces].view(-1, 1, 1).expand(n, size, size),
                                  m[:, 0, 0] * u + m[:, 0, 1] * v + m[:, 0, 2], m[:, 1, 0] * u + m[:, 1, 1] * v + m[:, 1, 2], step)
        pictures = (rgb * inside[..., None]).permute(0, 3, 1, 2)
        return degrade(self.mixed(pictures), .8, blocked=.15)

    def mixed(self, pictures):
        """Morphs (even blends), soft halves and patches of another face."""
        n, device, size = len(pictures), pictures.device, self.size
        kind = torch.rand(n, 1, 1, 1, device=device)
        even = (torch.rand(n, 1, 1, 1, device=device) * .6 + .2).expand(n, 1, size, size)
        grid = torch.linspace(-1, 1, size, device=device)
        direction = torch.rand(n, 1, 1, 1, device=device) * 6.2832
        ramp = grid.view(1, 1, 1, -1) * torch.cos(direction) + grid.view(1, 1, -1, 1) * torch.sin(direction)
        half = torch.sigmoid((ramp + torch.randn(n, 1, 1, 1, device=device) * .3) * 8)
        centre = torch.rand(n, 2, 1, 1, device=device) * 1.6 - .8
        extent = torch.rand(n, 2, 1, 1, device=device) * .6 + .2
        patch = (((grid.view(1, 1, -1) - centre[:, 0]).abs() < extent[:, 0]) & ((grid.view(1, -1, 1) - centre[:, 1]).abs() < extent[:, 1]))[:, None].float()
        share = torch.where(kind < .25, even, torch.where(kind < .4, half, torch.where(kind < .5, patch, torch.zeros_like(even))))
        return pictures + (pictures.roll(1, 0) - pictures) * share


def hint(mine, teachers):
    """Squared error in units of the teacher's variance."""
    return F.mse_loss(mine.float(), teachers.float()) / teachers.float().var()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--teacher', required=True)
    parser.add_argument('--alone', type=float, default=.3, help='share of the time in which blocks learn alone')
    args = parsed(parser)
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    net = MobileFaceNet().to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    teacher = load_mobilefacenet(args.teacher).to(device, memory_format=torch.channels_last)
    train = Faces(PhotoBank(args.pack, KINDS, device, 'train', args.limit))
    held_out = Faces(PhotoBank(args.pack, KINDS, device, 'val' if not args.limit else 'all', args.limit))
    question = held_out.plain(held_out.faces)
    with torch.no_grad():
        solution = F.normalize(teacher(question))
    for progress in run:
        pictures = train.varied(args.batch).to(memory_format=torch.channels_last)
        with run.autocast():
            with torch.no_grad():
                goals = teacher.features(pictures)
            if progress < args.alone:
                inputs = [(pictures - 127.5) / 128] + goals[:-1]
                answers = [block(x) for block, x in zip(net.blocks, inputs)]
            else:
                answers = net.features(pictures)
        hints = [hint(a, g) for a, g in zip(answers, goals)]
        mine, theirs = F.normalize(answers[-1].float()), F.normalize(goals[-1].float())
        angle = (1 - (mine * theirs).sum(1)).mean()
        relation = F.mse_loss(mine @ mine.t(), theirs @ theirs.t())
        value = sum(hints) if progress < args.alone else 4 * angle + 8 * relation + .2 * sum(hints)
        run.step(value, angle=angle, relation=relation, hints=sum(hints))
        if run.due():
            student = run.averaged(MobileFaceNet)
            with torch.no_grad():
                mine = F.normalize(student(question))
            run.log(held_out_cosine=(mine * solution).sum(1).mean(),
                    held_out_relation=(mine @ mine.t() - solution @ solution.t()).pow(2).mean().sqrt())
            run.save()


if __name__ == '__main__':
    main()
