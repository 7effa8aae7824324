"""Milliseconds of ONNX models, one thread, interleaved in one run so that other load strikes all alike.

usage: speed.py [--size 480 640] [--rounds 20] model.onnx ...   (CPU time; the median and the least)"""
import argparse
import time

import numpy as np

import chain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--size', type=int, nargs=2, default=[480, 640], help='height and width where the model leaves them open')
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('models', nargs='+')
    args = parser.parse_args()
    sessions = [chain.session(path) for path in args.models]
    inputs = []
    for session in sessions:
        source = session.get_inputs()[0]
        height, width = (d if isinstance(d, int) else open_size for d, open_size in zip(source.shape[2:], args.size))
        inputs.append({source.name: np.random.default_rng(1).random((1, 3, height, width), np.float32) * 255})
    times = [[] for _ in sessions]
    for _ in range(args.rounds + 2):
        for session, x, spent in zip(sessions, inputs, times):
            start = time.process_time()
            session.run(None, x)
            spent.append(1000 * (time.process_time() - start))
    for path, x, spent in zip(args.models, inputs, times):
        shape = next(iter(x.values())).shape
        print('%s %dx%d: median %.2f ms, least %.2f ms' % (path.split('/')[-1], shape[3], shape[2], np.median(spent[2:]), min(spent[2:])))


if __name__ == '__main__':
    main()
