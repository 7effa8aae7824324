"""What every training run shares: learning rate, moving average of the weights, log, checkpoints, a budget in
minutes."""
import csv
import math
import os
import random
import time

import numpy as np
import torch

from networks import read_weights

SAVE_AFTER = 180  # seconds between two checkpoints at most, but for one step


def arguments(parser):
    """The options that all training scripts have."""
    parser.add_argument('--pack', help='photos packed by prepare.py')
    parser.add_argument('--out', required=True, help='writes OUT.pt and OUT.csv')
    parser.add_argument('--minutes', type=float, default=10)
    parser.add_argument('--steps', type=int, help='stop after so many steps instead')
    parser.add_argument('--batch', type=int, default=64)
    parser.add_argument('--rate', type=float, default=2e-3)
    parser.add_argument('--warm', type=int, default=300, help='steps in which the rate rises')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--resume', help='checkpoint whose averaged weights are the start')
    parser.add_argument('--limit', type=int, help='read only so many photos')
    parser.add_argument('--every', type=int, default=200, help='steps between two lines of the log')
    parser.add_argument(
        '--beside',
        help='the OUT of a second run of the same training, with the same start but another --order: '
        'now and then each moves to the mean of both (local SGD, Stich 2019)',
    )
    parser.add_argument('--meet', type=int, default=50, help='steps between two meetings of such runs')
    parser.add_argument('--order', type=int, default=0, help='another order of pictures with the same start')
    parser.add_argument('--threads', type=int, default=1, help='CPU threads')
    parser.add_argument('--go-on', action='store_true', help='where OUT.state, left by the same command, ends')


def parsed(parser):
    """The options read, and everything random seeded: to be called before a network is built."""
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    random.seed(args.seed)
    np.random.seed(args.seed)
    torch.manual_seed(args.seed)
    return args


def freeze(net):
    """Keep the means and variances of batch norm as they are now."""
    for module in net.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eval()


class Run:
    """One training run: `for progress in run:` yields 0..1; call `step(loss)` inside and `log(...)` when due."""

    def __init__(self, args, net, optimiser=torch.optim.AdamW):
        self.args, self.net = args, net
        self.device = next(net.parameters()).device
        self.cuda = self.device.type == 'cuda'
        self.step_count = self.total = 0
        if args.resume:
            read_weights(net, args.resume)
            saved = torch.load(args.resume, map_location='cpu')
            self.total = saved.get('steps', saved.get('step', 0))
        decay = [p for p in net.parameters() if p.ndim > 1]
        plain = [p for p in net.parameters() if p.ndim <= 1]
        self.optimizer = optimiser(
            [{'params': decay, 'weight_decay': 0.02}, {'params': plain, 'weight_decay': 0}], args.rate
        )
        self.average = {k: v.detach().clone() for k, v in net.state_dict().items()}
        self.sums, self.seen = {}, 0
        self.started = self.saved = time.time()
        if args.go_on:
            self.take_up(torch.load(args.out + '.state', map_location=self.device))
        self.file = open(args.out + '.csv', 'a' if args.go_on else 'w', newline='')
        self.writer = None

    def take_up(self, state):
        """Stand where an interrupted run stood when it saved last; only the order of pictures is another."""
        self.net.load_state_dict(state['net'])
        self.average = state['average']
        self.optimizer.load_state_dict(state['optimizer'])
        self.step_count, self.total = state['step_count'], state['total']
        self.started -= state['seconds']
        np.random.seed((self.args.seed + self.step_count) % 2**32)
        torch.manual_seed(self.args.seed + self.step_count)

    def __iter__(self):
        args = self.args
        while True:
            progress = (
                (time.time() - self.started) / 60 / args.minutes if not args.steps else self.step_count / args.steps
            )
            if progress >= 1:
                break
            warm = min(1, (self.step_count + 1) / args.warm)
            rate = args.rate * warm * (0.5 + 0.5 * math.cos(math.pi * progress)) + 1e-6
            for group in self.optimizer.param_groups:
                group['lr'] = rate
            yield progress
        self.save()
        self.file.close()

    def autocast(self):
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.cuda)

    def step(self, loss, **figures):
        """One optimiser step; the figures are averaged for the log."""
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        self.step_count += 1
        self.total += 1
        if self.args.beside and self.step_count % self.args.meet == 0:
            self.meet()
        decay = min(0.9995, (1 + self.step_count) / (20 + self.step_count))
        with torch.no_grad():
            floats = [(v, self.average[k]) for k, v in self.net.state_dict().items() if v.is_floating_point()]
            torch._foreach_mul_([a for _, a in floats], decay)
            torch._foreach_add_([a for _, a in floats], [v for v, _ in floats], alpha=1 - decay)
        for name, value in figures.items():
            self.sums[name] = self.sums.get(name, 0) + value.detach()
        self.seen += 1
        if time.time() - self.saved > SAVE_AFTER:
            self.save()

    def meet(self):
        """Leave the weights for the run beside this one and move to the mean of both, unless the other has stopped."""
        mine, other = self.args.out + '.now', self.args.beside + '.now'
        torch.save(self.net.state_dict(), mine + '.part')
        os.replace(mine + '.part', mine)
        if os.path.exists(other) and time.time() - os.path.getmtime(other) < 180:
            theirs = torch.load(other, map_location=self.device)
            with torch.no_grad():
                for name, value in self.net.state_dict().items():
                    if value.is_floating_point():
                        value.lerp_(theirs[name], 0.5)

    def due(self):
        return self.step_count % self.args.every == 0 or self.args.steps == self.step_count

    def log(self, **measured):
        """One line: seconds, step and the means since the last line, then what was measured now."""
        row = dict(
            step=self.total,
            seconds=round(time.time() - self.started, 1),
            **{k: '%.5f' % (float(v) / self.seen) for k, v in self.sums.items()},
            **{k: '%.5f' % float(v) for k, v in measured.items()}
        )
        if self.writer is None:
            self.writer = csv.DictWriter(self.file, list(row))
            if self.file.tell() == 0:
                self.writer.writeheader()
        self.writer.writerow(row)
        self.file.flush()
        print(self.args.out.split('/')[-1], *('%s %s' % item for item in row.items()), flush=True)
        self.sums, self.seen = {}, 0

    def averaged(self, build):
        """A network in evaluation mode with the averaged weights."""
        net = build().to(self.device)
        net.load_state_dict(self.average)
        return net.eval()

    def save(self):
        """OUT.pt, the averaged weights; OUT.state, what --go-on needs."""
        self.saved = time.time()
        whole(
            {'net': {k: v.cpu() for k, v in self.average.items()}, 'steps': self.total},
            self.args.out + '.pt',
        )
        state = dict(
            net=self.net.state_dict(),
            average=self.average,
            optimizer=self.optimizer.state_dict(),
            step_count=self.step_count,
            total=self.total,
            seconds=time.time() - self.started,
        )
        whole(state, self.args.out + '.state')


def whole(content, path):
    """Save a file that is either there whole or not at all."""
    torch.save(content, path + '.part')
    os.replace(path + '.part', path)
