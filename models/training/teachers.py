"""Public networks read from their ONNX files into torch, to answer for any picture while a student is trained."""
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F

from graph import Graph, constants
from networks import Detector, MobileFaceNet, decode, read_weights


def hint(mine, teachers):
    """Squared error in units of the teacher's variance."""
    return F.mse_loss(mine, teachers) / teachers.var()


class Scrfd(nn.Module):
    """The convolutional part of an SCRFD file whose heads are two layers deep, for any picture size. Its answer per stride: the
    better of the two anchors as a map of 15: score, box and points in pixels."""
    strides = (8, 16, 32)

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        producer = {out: node for node in graph.node for out in node.output}
        self.heads = {}
        for output in graph.output:
            name = output.name
            while producer[name].op_type in ('Sigmoid', 'Reshape', 'Transpose'):
                name = producer[name].input[0]
            self.heads[output.name] = name
        necks = []
        for level in range(len(self.strides)):
            name = producer[self.heads['out%d' % level]].input[0]
            for operation in ('Relu', 'Conv') * 2:
                assert producer[name].op_type == operation, 'not a head of two layers'
                name = producer[name].input[0]
            necks.append(name)
        weights = {tensor.name: list(tensor.dims) for tensor in graph.initializer}
        channels = weights[producer[necks[0]].input[1]][0]
        lateral = [n.input[0] for n in graph.node if n.op_type == 'Conv' and weights[n.input[1]][::2] == [channels, 1]]
        first = next(n.input[0] for n in graph.node if n.op_type == 'AveragePool')
        assert len(lateral) == len(self.strides), 'not a pyramid of three strides'
        self.inputs = [first, *lateral, *necks]
        self.graph = Graph(graph, [*self.heads.values(), *self.inputs])

    def to(self, *args, **kwargs):
        self.graph.to(*args, **kwargs)
        return super().to(*args, **kwargs)

    def run(self, image):
        return self.graph.run(((image - 127.5) / 128).to(memory_format=torch.channels_last))

    @torch.no_grad()
    def features(self, image):
        """The maps of strides 4, 8, 16, 32 before the pyramid, then the three that go into the heads."""
        maps = self.run(image)
        return [maps[name] for name in self.inputs]

    def forward(self, image):
        return self.look(image)[0]

    @torch.no_grad()
    def look(self, image):
        """The answer and the features."""
        values = self.run(image)
        out = {name: values[head] for name, head in self.heads.items()}
        maps = []
        for level, stride in enumerate(self.strides):
            scores, sides, points = (out['out%d' % (level + 3 * k)].float() for k in range(3))
            n, _, height, width = scores.shape
            scores, best = scores.sigmoid().max(1, keepdim=True)
            pick = lambda v, k: v.reshape(n, 2, k, height, width).gather(
                1, best[:, :, None].expand(n, 1, k, height, width))[:, 0] * stride
            x = (torch.arange(width, device=image.device).view(1, 1, 1, -1) * stride).expand(n, 1, height, width)
            y = (torch.arange(height, device=image.device).view(1, 1, -1, 1) * stride).expand(n, 1, height, width)
            side = pick(sides, 4)
            box = torch.cat([x - side[:, :1], y - side[:, 1:2], x + side[:, 2:3], y + side[:, 3:]], 1)
            maps.append(torch.cat([scores, box, torch.cat([x, y] * 5, 1) + pick(points, 10)], 1))
        return maps, [values[name] for name in self.inputs]


def load_mobilefacenet(path, outputs=128):
    """A MobileFaceNet from an ONNX file whose batch norms are folded: its convolutions, slopes and last layer in order."""
    graph = onnx.load(path).graph
    values = constants(graph)
    nodes = iter([n for n in graph.node if n.op_type in ('Conv', 'PRelu', 'Gemm', 'BatchNormalization')])
    net = MobileFaceNet(outputs).eval()
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.Conv2d):
                node = next(nodes)
                module.weight.copy_(values[node.input[1]])
                bias = values[node.input[2]]
            elif isinstance(module, nn.BatchNorm2d):
                module.bias.copy_(bias)
                module.running_var.fill_(1 - module.eps)
            elif isinstance(module, nn.PReLU):
                module.weight.copy_(values[next(nodes).input[1]].flatten())
            elif isinstance(module, nn.Linear):
                node = next(nodes)
                module.weight.copy_(values[node.input[1]])
                module.bias.copy_(values[node.input[2]])
        last = next(nodes, None)
        if last is not None:
            gain, shift, mean, variance = (values[name] for name in last.input[1:])
            epsilon = next(a.f for a in last.attribute if a.name == 'epsilon')
            factor = gain / (variance + epsilon).sqrt()
            module = net.blocks[-1][-1]
            module.weight.mul_(factor[:, None])
            module.bias.copy_((module.bias - mean) * factor + shift)
    return net


class Own(nn.Module):
    """A detector of ours as the teacher, from a checkpoint."""

    def __init__(self, path):
        super().__init__()
        self.net = read_weights(Detector(), path).eval()

    @torch.no_grad()
    def features(self, image):
        return self.net.features(image)

    def forward(self, image):
        return self.look(image)[0]

    @torch.no_grad()
    def look(self, image):
        features, maps = self.net.features(image), []
        for stride, out in zip(Detector.strides, self.net.answers(features)):
            logits, box, points = decode([out.float()], [stride])
            answer = torch.cat([logits.sigmoid()[:, :, None], box, points], 2)
            maps.append(answer.transpose(1, 2).reshape(len(out), 15, *out.shape[2:]))
        return maps, features


def detector_teacher(path):
    """An SCRFD ONNX file or a checkpoint of ours."""
    return Own(path) if path.endswith('.pt') else Scrfd(path)
