"""Public networks read from their ONNX files into torch, to answer for any picture while a student is trained."""
import onnx
import torch
import torch.nn as nn

from graph import Graph, constants
from networks import Detector, MobileFaceNet, read_weights


class YuNet(nn.Module):
    """The convolutional part of a YuNet file, for any picture size: what the parts of a Detector should say."""

    outputs = ('cls', 'obj', 'bbox', 'kps')
    ends = (2, 5, 7, 9, 12, 13)  # of its units, those where a part ends

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        producer = {out: node for node in graph.node for out in node.output}
        said = [node.input[0] for node in graph.node if node.op_type == 'Relu']
        self.said = [said[end] for end in self.ends]
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
        return [values[name] for name in self.said] + [
            torch.cat([values[name] for name in names], 1) for names in self.heads
        ]


class Scrfd(nn.Module):
    """The convolutional part of an SCRFD file (two anchors in every cell), for any picture size: where it sees
    faces."""

    strides = (8, 16, 32)

    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        producer = {out: node for node in graph.node for out in node.output}
        self.heads = []
        for output in [output.name for output in graph.output][:6]:  # scores and sides of three strides
            while producer[output].op_type in ('Sigmoid', 'Reshape', 'Transpose'):
                output = producer[output].input[0]
            self.heads.append(output)
        self.graph = Graph(graph, self.heads)

    def to(self, *args, **kwargs):
        self.graph.to(*args, **kwargs)
        return super().to(*args, **kwargs)

    @torch.no_grad()
    def faces(self, image):
        """Scores (n, N) and boxes (n, N, 4), x1 y1 x2 y2 in pixels, of all cells: those of the surer anchor."""
        values = self.graph.run(((image - 127.5) / 128).contiguous(memory_format=torch.channels_last))
        scores, boxes = [], []
        for stride, score, sides in zip(self.strides, self.heads[:3], self.heads[3:]):
            score, surer = values[score].float().sigmoid().max(1, keepdim=True)
            sides = values[sides].float().unflatten(1, (2, 4))
            side = sides.gather(1, surer[:, :, None].expand_as(sides[:, :1]))[:, 0] * stride
            height, width = side.shape[2:]
            x = torch.arange(width, device=image.device).view(1, 1, 1, -1) * stride
            y = torch.arange(height, device=image.device).view(1, 1, -1, 1) * stride
            boxes.append(
                torch.cat([x - side[:, :1], y - side[:, 1:2], x + side[:, 2:3], y + side[:, 3:]], 1)
                .flatten(2)
                .transpose(1, 2)
            )
            scores.append(score.flatten(1))
        return torch.cat(scores, 1), torch.cat(boxes, 1)


def load_mobilefacenet(path, outputs=128):
    """A MobileFaceNet from an ONNX file whose batch norms are folded: its convolutions, slopes and last layer in
    order."""
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


def detector_teacher(path):
    """The file of YuNet n, or a checkpoint of ours."""
    return Own(path) if path.endswith('.pt') else YuNet(path)
