"""Public networks read from their ONNX files into torch, to answer for any picture while a student is trained."""
import onnx
import torch
import torch.nn as nn

from graph import Graph, constants
from networks import Detector, MobileFaceNet, decode, read_weights


class Scrfd(nn.Module):
    """The convolutional part of an SCRFD file, for any picture size. Its answer per stride: the better of the two anchors as a
    map of 15: score, box and points in pixels."""
    strides = (8, 16, 32)

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        producer = {out: node for node in graph.node for out in node.output}
        self.heads = []                                          # of scores, boxes and points, per stride
        for k in (0, 3, 6):
            names = ['out%d' % (level + k) for level in range(3)]
            for i, name in enumerate(names):
                while producer[name].op_type in ('Sigmoid', 'Reshape', 'Transpose'):
                    name = producer[name].input[0]
                names[i] = name
            self.heads.append(names)
        self.graph = Graph(graph, sum(self.heads, []))

    def to(self, *args, **kwargs):
        self.graph.to(*args, **kwargs)
        return super().to(*args, **kwargs)

    @torch.no_grad()
    def forward(self, image):
        values, maps = self.graph.run(((image - 127.5) / 128).to(memory_format=torch.channels_last)), []
        for stride, *names in zip(self.strides, *self.heads):
            scores, sides, points = (values[name].float() for name in names)
            n, _, height, width = scores.shape
            scores, best = scores.sigmoid().max(1, keepdim=True)
            pick = lambda v, k: v.reshape(n, 2, k, height, width).gather(
                1, best[:, :, None].expand(n, 1, k, height, width))[:, 0] * stride
            x = (torch.arange(width, device=image.device).view(1, 1, 1, -1) * stride).expand(n, 1, height, width)
            y = (torch.arange(height, device=image.device).view(1, 1, -1, 1) * stride).expand(n, 1, height, width)
            side = pick(sides, 4)
            box = torch.cat([x - side[:, :1], y - side[:, 1:2], x + side[:, 2:3], y + side[:, 3:]], 1)
            maps.append(torch.cat([scores, box, torch.cat([x, y] * 5, 1) + pick(points, 10)], 1))
        return maps


class YuNet(nn.Module):
    """The convolutional part of a YuNet file, for any picture size: what the parts of a Detector should say."""
    outputs = ('cls', 'obj', 'bbox', 'kps')

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        producer = {out: node for node in graph.node for out in node.output}
        self.said = [node.input[0] for node in graph.node if node.op_type == 'Relu']
        self.heads = []
        for stride in Detector.strides:
            names = ['%s_%d' % (output, stride) for output in self.outputs]
            for i, name in enumerate(names):
                while producer[name].op_type != 'Conv':
                    name = producer[name].input[0]
                names[i] = name
            self.heads.append(names)
        self.graph = Graph(graph, [*self.said, *sum(self.heads, [])])

    def to(self, *args, **kwargs):
        self.graph.to(*args, **kwargs)
        return super().to(*args, **kwargs)

    @torch.no_grad()
    def parts(self, image):
        """As Detector.parts. YuNet reads blue first."""
        values = self.graph.run(image.flip(1).contiguous(memory_format=torch.channels_last))
        return [values[name] for name in self.said] + [torch.cat([values[name] for name in names], 1) for names in self.heads]


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
    def parts(self, image):
        return self.net.parts(image)

    @torch.no_grad()
    def forward(self, image):
        maps = []
        for stride, out in zip(Detector.strides, self.net(image)):
            logits, box, points = decode([out.float()], [stride])
            answer = torch.cat([logits.sigmoid()[:, :, None], box, points], 2)
            maps.append(answer.transpose(1, 2).reshape(len(out), 15, *out.shape[2:]))
        return maps


def detector_teacher(path):
    """The file of an SCRFD, or a checkpoint of ours."""
    return Own(path) if path.endswith('.pt') else Scrfd(path)


def parts_teacher(path):
    """The file of YuNet n, or a checkpoint of ours."""
    return Own(path) if path.endswith('.pt') else YuNet(path)
