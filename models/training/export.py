"""Checkpoint -> ONNX. usage: export.py
detector|first-detector|landmarks68|trunk-landmarks|sam-googlenet|embedder|small-embedder|mobilefacenet CHECKPOINT.pt
OUT.onnx [--half] [--mirror]

Inputs and outputs are named as in the model cards; the batch is dynamic, for the detector height and width too.
--half stores the weights in 16 bits; they are widened when the model is loaded, the arithmetic stays in 32 bits."""
import argparse
import importlib.util
import inspect
import os
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import chain
from graph import rewritten
from kinds import DETECTORS, OUTPUTS, load
from networks import NETWORKS


def half_storage(path):
    """Store large weights as 16-bit numbers followed by a Cast."""
    model = onnx.load(path)
    casts = []
    for tensor in list(model.graph.initializer):
        if tensor.data_type == TensorProto.FLOAT and np.prod(tensor.dims) >= 256:
            name = tensor.name
            small = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), name + '_half')
            tensor.CopyFrom(small)
            casts.append(helper.make_node('Cast', [name + '_half'], [name], to=TensorProto.FLOAT))
    for node in reversed(casts):
        model.graph.node.insert(0, node)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def unfold_slopes(path):
    """Write PReLU as a x + (1 - a) relu(x): ONNX Runtime's own PRelu took half of the time of a MobileFaceNet."""
    model = onnx.load(path)
    graph = model.graph
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    nodes = []
    for node in graph.node:
        if node.op_type != 'PRelu':
            nodes.append(node)
            continue
        x, y = node.input[0], node.output[0]
        slope = values[node.input[1]].astype(np.float32).reshape(-1, 1, 1)
        graph.initializer.extend(
            [numpy_helper.from_array(slope, y + '_slope'), numpy_helper.from_array(1 - slope, y + '_rest')]
        )
        nodes += [
            helper.make_node('Relu', [x], [y + '_relu']),
            helper.make_node('Mul', [y + '_relu', y + '_rest'], [y + '_upper']),
            helper.make_node('Mul', [x, y + '_slope'], [y + '_line']),
            helper.make_node('Add', [y + '_upper', y + '_line'], [y]),
        ]
    onnx.save(rewritten(model, nodes), path)


def export(kind, checkpoint, path, half=False, fast=True, mirror=False):
    """Write the ONNX file and return the torch network it came from."""
    net = load(kind, checkpoint, mirror)
    size = 320 if kind in DETECTORS else getattr(NETWORKS[kind], 'size', 112)
    axes = {name: {0: 'n'} for name in ['image'] + OUTPUTS[kind]}
    if kind in DETECTORS:
        axes['image'].update({2: 'height', 3: 'width'})
        for name in OUTPUTS[kind]:
            axes[name][1] = 'cells'
    options = {'dynamo': False} if 'dynamo' in inspect.signature(torch.onnx.export).parameters else {}
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        torch.onnx.export(
            net,
            torch.zeros(2, 3, size, size),
            path,
            input_names=['image'],
            output_names=OUTPUTS[kind],
            dynamic_axes=axes,
            opset_version=13,
            **options
        )
    if fast:
        unfold_slopes(path)
    if half:
        half_storage(path)
    return net


def check(net, path, shapes, tolerance):
    """Largest difference between torch and ONNX Runtime over some shapes, and between batches and single pictures."""
    session = chain.session(path)
    worst = 0
    for shape in shapes:
        x = torch.rand(*shape) * 255
        with torch.no_grad():
            expected = net(x)
        expected = expected if isinstance(expected, tuple) else (expected,)
        together = session.run(None, {'image': x.numpy()})
        single = [
            np.concatenate(parts)
            for parts in zip(*(session.run(None, {'image': x[i : i + 1].numpy()}) for i in range(shape[0])))
        ]
        for want, got, one in zip(expected, together, single):
            scale = max(1.0, float(want.abs().max()))
            worst = max(worst, float(np.abs(want.numpy() - got).max()) / scale, float(np.abs(got - one).max()) / scale)
    if worst >= tolerance:
        raise ValueError('%s differs by %g' % (path, worst))
    return worst


SHAPES = {
    **{kind: [(1, 3, 112, 112), (5, 3, 112, 112)] for kind in OUTPUTS},
    **{kind: [(1, 3, 320, 320), (2, 3, 224, 640), (1, 3, 480, 640)] for kind in DETECTORS},
    'sam-googlenet': [(1, 3, 224, 224), (3, 3, 224, 224)],
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('kind', choices=list(OUTPUTS))
    parser.add_argument('checkpoint')
    parser.add_argument('out')
    parser.add_argument('--half', action='store_true')
    parser.add_argument(
        '--mirror', action='store_true', help='landmarks: answer with the mean of the crop and its mirror image'
    )
    args = parser.parse_args()
    net = export(args.kind, args.checkpoint, args.out, args.half, mirror=args.mirror)
    if importlib.util.find_spec('onnxruntime') is None:
        print(args.out, os.path.getsize(args.out), 'bytes; not run: ONNX Runtime is not installed')
        return
    worst = check(net, args.out, SHAPES[args.kind], 2e-2 if args.half else 1e-4)
    print(args.out, os.path.getsize(args.out), 'bytes; largest relative difference to torch', '%.2g' % worst)


if __name__ == '__main__':
    main()
