"""Weights between those of a network before and after it was taught something (WiSE-FT, Wortsman et al. 2022): what it
learned last counts, and what it
knew of other pictures is not forgotten.

usage: mix.py BEFORE.pt AFTER.pt SHARE OUT.pt      (SHARE of AFTER, 0..1)"""
import argparse

import torch


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('before')
    parser.add_argument('after')
    parser.add_argument('share', type=float)
    parser.add_argument('out')
    args = parser.parse_args()
    before, after = [torch.load(path, map_location='cpu') for path in (args.before, args.after)]
    mixed = {
        name: old.lerp(after['net'][name], args.share) if old.is_floating_point() else old
        for name, old in before['net'].items()
    }
    torch.save({'net': mixed, 'steps': after['steps']}, args.out)


if __name__ == '__main__':
    main()
