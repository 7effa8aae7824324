"""Pictures for the detector, made in advance: scenes turned, squeezed, shrunk and degraded, or sharp collages.

usage: make_views.py --pack pack.npz --out VIEWS --count 10000 [--plain] [--part val]
Writes VIEWS.pictures.npy (n, 320, 320, 3) RGB bytes, 0.3 MB a view. --seed and another --out make other views."""
import argparse

import numpy as np
import torch

import store
import view
from bank import PhotoBank
from collage import SHARES, Collages
from compose import Composer
from degrade import degrade
from pack import KINDS

SIZE, SCENE = 320, 640
TOGETHER, BESIDE = 2, 10  # scenes, or collages, at once on a CPU
SHAPES = {'pictures': ((SIZE, SIZE, 3), np.uint8)}


@torch.no_grad()
def scene_views(composer, scenes, views):
    """So many views each of a few new scenes, (n, 3, SIZE, SIZE)."""
    n = scenes * views
    matrix = view.random_views(n, SCENE, SIZE, composer.device)
    fill = torch.rand(n, 3, 1, 1, device=composer.device) * 255 * (torch.rand(n, 1, 1, 1, device=composer.device) < 0.5)
    return degrade(view.render(composer.scenes(scenes).repeat_interleave(views, 0), matrix, SIZE, fill))


@torch.no_grad()
def plain_views(collages, n):
    """A few new collages as they are, (n, 3, SIZE, SIZE), half of them degraded."""
    clean = collages.pictures(n)
    return torch.cat([clean[: n // 2], degrade(clean[n // 2 :])])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
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
    bank = PhotoBank(args.pack, tuple(SHARES) if args.plain else KINDS, device, args.part)
    if args.plain:
        collages = Collages(bank, SIZE)
        a_few = lambda: plain_views(collages, BESIDE)
    else:
        composer = Composer(bank, SCENE)
        a_few = lambda: scene_views(composer, TOGETHER, args.views)

    def make(start, number):
        torch.manual_seed(args.seed * 1000003 + start)
        parts = []
        while sum(map(len, parts)) < number:
            parts.append(a_few())
        return dict(pictures=torch.cat(parts)[:number].round().byte().permute(0, 2, 3, 1).cpu().numpy())

    store.fill(args.out, SHAPES, args.count, make)


if __name__ == '__main__':
    main()
