"""An ONNX file of ours with its convolutions in 8-bit arithmetic, to see what that gains and loses.

usage: quantise.py MODEL.onnx OUT.onnx --pictures FACES.pictures.npy
Every tensor that a convolution reads or writes is rounded to 8 bits between the 0.01st and the 99.99th percentile seen
on
some pictures; weights get 7 bits, one scale per output channel (without VNNI, 8 bits may overflow in ONNX Runtime's
kernels).
ONNX Runtime joins the inserted pairs of QuantizeLinear and DequantizeLinear with the operation between them."""
import argparse

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from graph import Graph, rewritten


def ranges(graph, names, pictures):
    """Name -> (least, greatest) value, without the extreme ten thousandths, over all pictures."""
    with torch.no_grad():
        seen = [Graph(graph, names).run(part) for part in pictures.split(8)]
    limits = lambda v: np.quantile(v.flatten()[::7].numpy(), [0.0001, 0.9999])
    every = {name: np.array([limits(s[name]) for s in seen]) for name in names}
    return {name: (min(0.0, v[:, 0].min()), max(0.0, v[:, 1].max())) for name, v in every.items()}


def quantised(model, pictures):
    """Changes the model in place."""
    graph = model.graph
    readers = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    convolutions = [node for node in graph.node if node.op_type == 'Conv']
    rounded = []
    for conv in convolutions:
        out = conv.output[0]
        if [r.op_type for r in readers.get(out, [])] == ['Relu']:
            out = readers[out][0].output[0]
        rounded += [conv.input[0], out]
    rounded = list(dict.fromkeys(rounded))
    limits = ranges(graph, rounded, pictures)
    add = lambda name, value: (graph.initializer.append(numpy_helper.from_array(value, name)), name)[1]
    after, renamed = {}, {}
    for name in rounded:
        low, high = limits[name]
        scale = max(1e-8, (high - low) / 255)
        pair = [add(name + '_scale', np.float32(scale)), add(name + '_zero', np.uint8(round(-low / scale)))]
        after[name] = [
            helper.make_node('QuantizeLinear', [name] + pair, [name + '_q']),
            helper.make_node('DequantizeLinear', [name + '_q'] + pair, [name + '_dq']),
        ]
        renamed[name] = name + '_dq'
    values = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    nodes = []
    for node in graph.node:
        for i, name in enumerate(node.input):
            if name in renamed:
                node.input[i] = renamed[name]
        if node.op_type == 'Conv':
            weight = values[node.input[1]]
            scale = np.maximum(np.abs(weight.reshape(len(weight), -1)).max(1), 1e-8).astype(np.float32) / 63
            name = node.input[1]
            add(name + '_q', (weight / scale.reshape(-1, 1, 1, 1)).round().astype(np.int8))
            pair = [add(name + '_scale', scale), add(name + '_zero', np.zeros(len(weight), np.int8))]
            nodes.append(helper.make_node('DequantizeLinear', [name + '_q'] + pair, [name + '_dq'], axis=0))
            node.input[1] = name + '_dq'
        nodes.append(node)
        for name in node.output:
            nodes += after.get(name, [])
    return rewritten(model, nodes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('model')
    parser.add_argument('out')
    parser.add_argument('--pictures', required=True, help='of the size that the model looks at')
    parser.add_argument('--count', type=int, default=64)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model = onnx.load(args.model)
    quantised(model, torch.from_numpy(np.array(np.load(args.pictures, 'r')[: args.count])).permute(0, 3, 1, 2).float())
    onnx.save(model, args.out)


if __name__ == '__main__':
    main()
