"""ONNX graphs: rewritten, and their convolutional part evaluated with torch, so that it can be looked into without
ONNX Runtime."""
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper


def constants(graph):
    """Initialisers and constant nodes by name."""
    values = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for node in graph.node:
        if node.op_type == 'Constant':
            values[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
        elif node.op_type == 'Identity' and node.input[0] in values:
            values[node.output[0]] = values[node.input[0]]
    return {name: torch.tensor(value) for name, value in values.items()}


def attributes(node):
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def rewritten(model, nodes):
    """The model with other nodes, in place, without the initialisers that none of them reads; checked."""
    graph = model.graph
    del graph.node[:]
    graph.node.extend(nodes)
    used = {name for node in nodes for name in node.input}
    for tensor in [t for t in graph.initializer if t.name not in used]:
        graph.initializer.remove(tensor)
    onnx.checker.check_model(model)
    return model


def convolved(a, x, weight, bias=None):
    return F.conv2d(
        x, weight.to(x.dtype), None if bias is None else bias.to(x.dtype), a['strides'], a['pads'][:2], 1, a['group']
    )


RULES = {
    'Conv': convolved,
    'Relu': lambda a, x: F.relu(x),
    'LeakyRelu': lambda a, x: F.leaky_relu(x, a['alpha']),
    'Add': lambda a, x, y: x + y,
    'Sub': lambda a, x, y: x - y,
    'Mul': lambda a, x, y: x * y.to(x.dtype),
    'Div': lambda a, x, y: x / y,
    'Concat': lambda a, *x: torch.cat(x, a['axis']),
    'MaxPool': lambda a, x: F.max_pool2d(x, a['kernel_shape'], a['strides']),
    'AveragePool': lambda a, x: F.avg_pool2d(
        x, a['kernel_shape'], a['strides'], ceil_mode=True, count_include_pad=False
    ),
    'Resize': lambda a, x, *_: F.interpolate(x, scale_factor=2.0, mode='nearest'),
}


class Graph:
    """As much of a graph as leads to the tensors `wanted`."""

    def __init__(self, graph, wanted):
        self.values = {
            name: value.contiguous(memory_format=torch.channels_last) if value.ndim == 4 else value
            for name, value in constants(graph).items()
        }
        self.input, self.wanted = graph.input[0].name, list(wanted)
        needed, self.steps = set(self.wanted), []
        for node in reversed(graph.node):
            if needed & set(node.output) and node.op_type not in ('Constant', 'Identity'):
                if node.op_type not in RULES:
                    raise ValueError('No rule for ' + node.op_type)
                self.steps.insert(
                    0, (RULES[node.op_type], attributes(node), [name for name in node.input if name], node.output[0])
                )
                needed.update(node.input[:1] if node.op_type == 'Resize' else node.input)

    def to(self, *args, **kwargs):
        self.values = {name: value.to(*args, **kwargs) for name, value in self.values.items()}
        return self

    def run(self, x):
        """The wanted tensors by name."""
        at = dict(self.values, **{self.input: x})
        for rule, how, inputs, output in self.steps:
            at[output] = rule(how, *(at.get(name) for name in inputs))
        return {name: at[name] for name in self.wanted}
