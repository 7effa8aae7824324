"""Train 68 landmarks on crops as a detector's box gives them: scaled, shifted, turned, degraded.

usage: train_landmarks.py --net landmarks68|sam-googlenet --pack pack.npz --out OUT --minutes 9
The loss is the normalised mean error itself. People are held out by name."""
import argparse
import math

import torch

from bank import PhotoBank
from degrade import degrade
from loop import Run, arguments
from networks import MIRRORED, NETWORKS

RULE = (1.1, .08)            # side of the crop in longer box sides, shift down in box heights: chain.square


class Crops:
    """Random or exact crops of the hand-marked frames."""

    def __init__(self, bank, size):
        self.bank, self.size = bank, size
        self.faces = torch.where(~torch.isnan(bank.face_points68[:, 0, 0]))[0]

    @torch.no_grad()
    def batch(self, faces, jitter):
        """Crops (n, 3, size, size) and their points (n, 68, 2) as fractions of the side."""
        bank, n, device = self.bank, len(faces), self.bank.device
        rand = lambda low, high: torch.rand(n, device=device) * (high - low) + low
        box, points = bank.face_box[faces], bank.face_points68[faces]
        width, height = box[:, 2] - box[:, 0], box[:, 3] - box[:, 1]
        side = RULE[0] * torch.maximum(width, height)
        centre = torch.stack([(box[:, 0] + box[:, 2]) / 2, (box[:, 1] + box[:, 3]) / 2 + RULE[1] * height], 1)
        angle, flip, aspect = torch.zeros(n, device=device), torch.ones(n, device=device), torch.ones(n, device=device)
        if jitter:
            u = rand(0, 1)
            angle = torch.where(u < .8, torch.randn(n, device=device) * .12, rand(-.7, .7))
            angle = torch.where(u > .97, rand(-math.pi, math.pi), angle)
            flip = torch.where(rand(0, 1) < .5, -1., 1.)
            aspect = torch.exp(torch.randn(n, device=device) * .06)
            centre = centre + (torch.randn(n, 2, device=device) * .05).clamp(-.14, .14) * side[:, None]
            side = side * torch.exp((torch.randn(n, device=device) * .1).clamp(-.28, .28))
        cos, sin = torch.cos(angle), torch.sin(angle)
        turn = torch.stack([torch.stack([cos, -sin], 1), torch.stack([sin, cos], 1)], 1)
        stretch = torch.stack([flip * aspect, 1 / aspect], 1)
        linear = turn * stretch[:, None, :] * (side / self.size)[:, None, None]
        matrix = torch.cat([linear, (centre - linear.sum(2) * self.size / 2)[:, :, None]], 2)
        crops = bank.crops(bank.face_photo[faces], matrix, self.size)
        local = torch.einsum('nij,nkj->nki', torch.inverse(linear), points - centre[:, None]) / self.size + .5
        local = torch.where(flip[:, None, None] < 0, local[:, MIRRORED], local)
        return (degrade(crops, .8, blocked=.3) if jitter else crops), local


def nme(answer, truth):
    """Mean point error by the distance of the outer eye corners, per face."""
    distance = ((answer.view(-1, 68, 2) - truth).pow(2).sum(2) + 1e-10).sqrt().mean(1)
    return distance / (truth[:, 36] - truth[:, 45]).norm(dim=1).clamp(min=.1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments(parser)
    parser.add_argument('--net', choices=['landmarks68', 'sam-googlenet'], default='landmarks68')
    args = parser.parse_args()
    device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')
    torch.backends.cudnn.benchmark = True
    build = NETWORKS[args.net]
    net = build().to(device, memory_format=torch.channels_last)
    run = Run(args, net)
    train = Crops(PhotoBank(args.pack, ['frame'], device, 'train', args.limit), build.size)
    held_out = Crops(PhotoBank(args.pack, ['frame'], device, 'val' if not args.limit else 'all', args.limit), build.size)
    torch.manual_seed(args.seed + 1000)
    exact = held_out.batch(held_out.faces[:256], False)
    shaken = held_out.batch(held_out.faces[:256], True)
    for _ in run:
        picked = train.faces[torch.randint(0, len(train.faces), (args.batch,), device=device)]
        crops, truth = train.batch(picked, True)
        with run.autocast():
            answer = net(crops.to(memory_format=torch.channels_last))
        value = nme(answer.float(), truth).mean()
        run.step(value, nme=value * 100)
        if run.due():
            student = run.averaged(build)
            with torch.no_grad():
                run.log(held_out_nme=nme(student(exact[0]), exact[1]).mean() * 100,
                        held_out_shaken=nme(student(shaken[0]), shaken[1]).mean() * 100)
            run.save()


if __name__ == '__main__':
    main()
