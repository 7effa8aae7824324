"""Learning curves of a training log as a picture. usage: plot_curves.py LOG.csv CURVE.png column ..."""
import argparse

import matplotlib
import pandas as pd

matplotlib.use('Agg')
import matplotlib.pyplot as plt  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('log')
    parser.add_argument('picture')
    parser.add_argument('columns', nargs='+')
    args = parser.parse_args()
    table = pd.read_csv(args.log)
    figure, axes = plt.subplots(1, len(args.columns), figsize=(4 * len(args.columns), 3))
    for axis, column in zip([axes] if len(args.columns) == 1 else axes, args.columns):
        axis.plot(table.step, table[column])
        axis.set_xlabel('step')
        axis.set_title(column)
        axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(args.picture, dpi=70)


if __name__ == '__main__':
    main()
