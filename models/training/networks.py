"""The networks. Each takes RGB 0..255 (n, 3, h, w) and holds its own normalisation."""
import functools

import torch
import torch.nn as nn
import torch.nn.functional as F


def conv(inputs, outputs, kernel=3, stride=1, groups=1, act=nn.ReLU):
    """Convolution, batch norm and, unless `act` is None, an activation."""
    layers = [
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False),
        nn.BatchNorm2d(outputs),
    ]
    if act is not None:
        layers.append(act(inplace=True) if act is nn.ReLU else act(outputs))
    return nn.Sequential(*layers)


# ---------------------------------------------------------------- detector


class Residual(nn.Module):
    """1x1 to half the channels, 3x3 back, added to the input."""

    def __init__(self, channels):
        super().__init__()
        self.body = nn.Sequential(conv(channels, channels // 2, 1), conv(channels // 2, channels, 3, act=None))

    def forward(self, x):
        return F.relu(x + self.body(x))


class Context(nn.Module):
    """SSH context head: receptive fields of 3x3, 5x5 and 7x7 side by side."""

    def __init__(self, channels):
        super().__init__()
        half, quarter = channels // 2, channels // 4
        self.narrow = conv(channels, half)
        self.reduce = conv(channels, quarter)
        self.middle = conv(quarter, quarter)
        self.wide = nn.Sequential(conv(quarter, quarter), conv(quarter, quarter))

    def forward(self, x):
        reduced = self.reduce(x)
        return torch.cat([self.narrow(x), self.middle(reduced), self.wide(reduced)], 1)


class FirstDetector(nn.Module):
    """The detector of version 0; its answers are those of a Detector."""

    def __init__(self, stem=(16, 24), widths=(48, 80, 112), neck=32):
        super().__init__()
        self.stage4 = nn.Sequential(conv(3, stem[0], 3, 2), conv(stem[0], stem[1], 3, 2))
        self.stage8 = nn.Sequential(conv(stem[1], widths[0], 3, 2), Residual(widths[0]))
        self.stage16 = nn.Sequential(conv(widths[0], widths[1], 3, 2), Residual(widths[1]), Residual(widths[1]))
        self.stage32 = nn.Sequential(conv(widths[1], widths[2], 3, 2), Residual(widths[2]))
        self.lateral = nn.ModuleList(conv(width, neck, 1) for width in widths)
        self.context = nn.ModuleList(Context(neck) for _ in widths)
        self.head = nn.ModuleList(nn.Sequential(conv(neck, neck), nn.Conv2d(neck, 15, 1)) for _ in widths)

    def forward(self, image):
        c8 = self.stage8(self.stage4((image - 127.5) / 128))
        c16 = self.stage16(c8)
        c32 = self.stage32(c16)
        p32 = self.lateral[2](c32)
        p16 = self.lateral[1](c16) + twice(p32)
        p8 = self.lateral[0](c8) + twice(p16)
        return [head(context(p)) for head, context, p in zip(self.head, self.context, (p8, p16, p32))]


def twice(x):
    """Every cell four times."""
    return F.interpolate(x, scale_factor=2.0, mode='nearest')


class Even(nn.Conv2d):
    """A convolution with weights of the order of one and a fixed gain for each, so that one learning rate suits all:
    maps of a teacher differ
    a thousandfold in size from channel to channel. `even` sets the gains by example."""

    def __init__(self, inputs, outputs, kernel=1, stride=1, groups=1):
        super().__init__(inputs, outputs, kernel, stride, kernel // 2, groups=groups)
        nn.init.normal_(self.weight)
        nn.init.zeros_(self.bias)
        self.register_buffer(
            'gain', torch.full((outputs, inputs // groups, 1, 1), (inputs // groups * kernel**2) ** -0.5)
        )
        self.register_buffer('size', torch.ones(outputs))

    def forward(self, x):
        return F.conv2d(
            x, self.weight * self.gain, self.bias * self.size, self.stride, self.padding, groups=self.groups
        )

    @torch.no_grad()
    def even(self, x, mean=0.0, size=1.0):
        """Start with answers of this mean and deviation per channel, every input channel counting the same; gives the
        answers."""
        if self.groups == 1:
            self.gain.div_(x.std((0, 2, 3)).clamp(min=0.03 * float(x.std())).view(1, -1, 1, 1))
        y = self(x)
        spread = y.std((0, 2, 3))
        change = torch.where(spread > 1e-6, size / spread, 1.0)
        self.gain.mul_(change.view(-1, 1, 1, 1))
        self.size.mul_(size)
        self.bias.copy_((mean - change * y.mean((0, 2, 3))) / self.size)
        return self(x)


class Stem(Even):
    """The first convolution, which scales bytes to -1..1 by its own weights: the picture is read as it is, black
    around it."""

    def forward(self, image):
        weight = self.weight * self.gain
        with torch.autocast(image.device.type, enabled=False):  # a large mean is taken away
            return F.conv2d(
                image.float(), weight / 127.5, self.bias * self.size - weight.sum((1, 2, 3)), self.stride, self.padding
            )


class Part(nn.Module):
    """Of separable convolutions: for every inner width 1x1, depthwise 3x3 and ReLU; at last depthwise 3x3 and 1x1, in
    one or more ways whose
    answers are added, so that more than one neighbourhood of every channel counts. `pooled`: the maximum of four cells
    after the first ReLU.
    """

    def __init__(self, inputs, inner, outputs, ways=1, pooled=False):
        super().__init__()
        layers = []
        for before, width in zip((inputs, *inner), inner):
            layers += [Even(before, width), Even(width, width, 3, 1, width), nn.ReLU()]
        layers[3:3] = [nn.MaxPool2d(2)] if pooled else []
        self.inside = nn.Sequential(*layers)
        self.ways = nn.ModuleList(
            nn.Sequential(Even(width, width, 3, 1, width), Even(width, outputs)) for _ in range(ways)
        )

    def forward(self, x):
        x = self.inside(x)
        return functools.reduce(torch.add, [way(x) for way in self.ways])

    def even(self, x, mean, size):
        """Start evenly inside, and with answers of this mean and deviation per channel."""
        for layer in self.inside:
            x = layer.even(x) if isinstance(layer, Even) else layer(x)
        for near, last in self.ways:
            last.even(near.even(x), mean / len(self.ways), size / len(self.ways) ** 0.5)


class Detector(nn.Module):
    """One map of 15 numbers per stride 8, 16, 32: face logit; left, top, right, bottom from the cell's centre; five
    points from the
    cell's centre; distances in strides. Of nine parts, each of which can be taught by itself by the maps of YuNet n
    (Wu et al. 2023) at its two ends;
    what is between is its own affair."""

    strides = (8, 16, 32)
    inner = 6  # parts before the three that answer
    read = {1: 0, 7: 5, 8: 4}  # parts that go on from another as it is

    def __init__(self):
        super().__init__()
        self.stem = Stem(3, 16, 3, 2)
        self.layers = nn.ModuleList(
            [
                Part(16, (16,), 16, 2, pooled=True),
                Part(16, (64, 64), 64, 2),  # strides 2 and 4
                Part(64, (128,), 64, 2),
                Part(64, (192,), 64, 2),
                Part(64, (160, 160), 64, 2),
                Part(64, (96,), 64),  # 8, 16, 32, back to 16
                Part(64, (128, 96), 16),
                Part(64, (128,), 16),
                Part(64, (128,), 16),
            ]
        )  # answers at 8, 16, 32

    def parts(self, image, given=None):
        """What every part says: maps at strides 4, 4, 8, 16 and 32 before the activation, that of 32 joined to 16,
        three answers (n, 16, h, w).
        With `given`, the same of another network, every part goes on from that."""
        found = []
        for k, layer in enumerate(self.layers):
            found.append(layer(self.entrance(k, image, given or found)))
        return found

    def entrance(self, k, image, source):
        """What part k reads, where every part said `source`."""
        at = lambda i: F.relu(source[i])
        if k == 0:
            return F.relu(self.stem(image))
        if k in (5, 6):  # a stride's map and the coarser one
            return at(8 - k) + twice(at(k - 1))
        if k in self.read:
            return at(self.read[k])
        return F.max_pool2d(at(k - 1), 2)

    def even(self, image, given):
        """Start every part evenly, with the means and deviations of another network's maps, and going on from those."""
        self.stem.even(image)
        for k, (layer, map) in enumerate(zip(self.layers, given)):
            layer.even(self.entrance(k, image, given), map.mean((0, 2, 3)), map.std((0, 2, 3)).clamp(min=1e-6))

    def answers(self, parts):
        """The maps of 15 that follow from the last three parts."""
        return [distances(answer) for answer in parts[-3:]]

    def forward(self, image):
        return self.answers(self.parts(image))


def distances(answer):
    """An answer of YuNet's form (two logits, of which the score is the geometric mean; the box's centre from the
    cell's corner and the
    logarithms of its sides; points from the corner) as logit and distances from the cell's centre."""
    score = F.logsigmoid(answer[:, :2]).mean(1, keepdim=True)
    logit = score - torch.log1p(-score.exp().clamp(max=1 - 1e-6))
    centre, half = answer[:, 2:4] - 0.5, answer[:, 4:6].clamp(max=8).exp() / 2
    return torch.cat([logit, half - centre, half + centre, answer[:, 6:] - 0.5], 1)


def centres(out, stride):
    """Centres x and y of a map's cells, (1, 1, h, w) each, in input pixels."""
    height, width = out.shape[2], out.shape[3]
    x = (torch.arange(width, device=out.device).view(1, 1, 1, -1).to(out.dtype) + 0.5) * stride
    y = (torch.arange(height, device=out.device).view(1, 1, -1, 1).to(out.dtype) + 0.5) * stride
    grid = x * 0 + y * 0
    return x + grid, y + grid


def decode(maps, strides=Detector.strides):
    """Maps of 15 -> logits (n, N), boxes (n, N, 4) x1 y1 x2 y2, points (n, N, 10), in input pixels."""
    logits, boxes, points = [], [], []
    for stride, out in zip(strides, maps):
        x, y = centres(out, stride)
        distance = out * float(stride)
        logits.append(out[:, 0].flatten(1))
        boxes.append(
            torch.cat([x - distance[:, 1:2], y - distance[:, 2:3], x + distance[:, 3:4], y + distance[:, 4:5]], 1)
            .flatten(2)
            .transpose(1, 2)
        )
        points.append((distance[:, 5:] + torch.cat([x, y] * 5, 1)).flatten(2).transpose(1, 2))
    return torch.cat(logits, 1), torch.cat(boxes, 1), torch.cat(points, 1)


class DecodedDetector(nn.Module):
    """What is exported: scores, boxes and points of all cells, stride 8 first, row by row."""

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, image):
        logits, boxes, points = decode(self.detector(image))
        return torch.sigmoid(logits), boxes, points


# ---------------------------------------------------------------- embedders


class Bottleneck(nn.Module):
    """Inverted residual: 1x1 up, depthwise 3x3, linear 1x1 down."""

    def __init__(self, inputs, middle, outputs, stride=1, act=nn.PReLU):
        super().__init__()
        self.shortcut = stride == 1
        self.body = nn.Sequential(
            conv(inputs, middle, 1, act=act),
            conv(middle, middle, 3, stride, middle, act),
            conv(middle, outputs, 1, act=None),
        )

    def forward(self, x):
        return x + self.body(x) if self.shortcut else self.body(x)


class MobileFaceNet(nn.Module):
    """MobileFaceNet (Chen et al. 2018) as a list of blocks; `inner`: the widths inside those that make 64 channels,
    those that make 128, and between two of these at half the size."""

    def __init__(self, outputs=128, inner=(128, 256, 512), act=nn.PReLU):
        super().__init__()
        narrow, middle, broad = inner
        block = lambda *widths: Bottleneck(*widths, act=act)
        self.blocks = nn.ModuleList(
            [
                nn.Sequential(conv(3, 64, 3, 2, act=act), conv(64, 64, 3, 1, 64, act)),
                block(64, narrow, 64, 2),
                *[block(64, narrow, 64) for _ in range(4)],
                block(64, middle, 128, 2),
                *[block(128, middle, 128) for _ in range(6)],
                block(128, broad, 128, 2),
                *[block(128, middle, 128) for _ in range(2)],
                conv(128, 512, 1, act=act),
                nn.Sequential(
                    nn.Conv2d(512, 512, 7, groups=512, bias=False),
                    nn.BatchNorm2d(512),
                    nn.Flatten(),
                    nn.Linear(512, outputs),
                ),
            ]
        )

    def features(self, image, given=None):
        """The output of every block; the last one is the answer. With `given`, the outputs of another network, every
        block goes on from
        those instead of its own."""
        outputs = []
        source = given or outputs
        for block in self.blocks:
            outputs.append(block(source[len(outputs) - 1] if outputs else (image - 127.5) / 128))
        return outputs

    def forward(self, image):
        return self.features(image)[-1]


def leaky(channels):
    """An activation that ONNX Runtime joins with the convolution before it; the PReLU of a MobileFaceNet takes half of
    its time."""
    return nn.LeakyReLU(0.25)


class LeakyMobileFaceNet(MobileFaceNet):
    """A little narrower inside than its teacher, and faster. ONNX Runtime calculates 16 channels at once where the
    processor can."""

    def __init__(self, outputs=128):
        super().__init__(outputs, (112, 240, 480), leaky)


class Trunk(nn.Module):
    """Dense residual stages for a face crop, cheap on a CPU: maps at stride 8 (64 channels) and 16 (128 channels)."""

    def __init__(self):
        super().__init__()
        self.fine = nn.Sequential(
            conv(3, 16, 3, 2), conv(16, 32, 3, 2), Residual(32), conv(32, 64, 3, 2), *[Residual(64) for _ in range(3)]
        )
        self.coarse = nn.Sequential(conv(64, 128, 3, 2), *[Residual(128) for _ in range(2)])

    def forward(self, image):
        fine = self.fine((image - 127.5) / 128)
        return fine, self.coarse(fine)


class SmallEmbedder(nn.Module):
    """The embedder of version 0: the trunk, a depthwise 7x7 over the whole map, 128 numbers."""

    def __init__(self, outputs=128):
        super().__init__()
        self.trunk = Trunk()
        self.widen = conv(128, 256, 1)
        self.whole = nn.Sequential(nn.Conv2d(256, 256, 7, groups=256, bias=False), nn.BatchNorm2d(256), nn.Flatten())
        self.answer = nn.Linear(256, outputs)

    def forward(self, image):
        return self.answer(self.whole(self.widen(self.trunk(image)[1])))


class Embedder(nn.Module):
    """What is exported: the unit vector."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, image):
        return F.normalize(self.net(image))


# ---------------------------------------------------------------- 68 points

MIRRORED = (
    list(range(16, -1, -1))
    + list(range(26, 16, -1))
    + [27, 28, 29, 30]
    + list(range(35, 30, -1))
    + [45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40]
    + list(range(54, 47, -1))
    + list(range(59, 54, -1))
    + list(range(64, 59, -1))
    + [67, 66, 65]
)  # the number of every point after mirroring


class InvertedResidual(nn.Module):
    """1x1 up, depthwise 3x3, linear 1x1 down (MobileNetV2)."""

    def __init__(self, inputs, outputs, stride, expansion):
        super().__init__()
        middle = inputs * expansion
        self.shortcut = stride == 1 and inputs == outputs
        self.body = nn.Sequential(
            conv(inputs, middle, 1), conv(middle, middle, 3, stride, middle), conv(middle, outputs, 1, act=None)
        )

    def forward(self, x):
        return x + self.body(x) if self.shortcut else self.body(x)


class Landmarks68(nn.Module):
    """PFLD-like: the features of three scales together give 68 points x0 y0 x1 y1 ... as fractions of the crop's
    side."""

    size = 112

    def __init__(self):
        super().__init__()
        block = InvertedResidual
        self.fine = nn.Sequential(
            conv(3, 32, 3, 2), conv(32, 32, 3, 1, 32), block(32, 48, 2, 2), *[block(48, 48, 1, 2) for _ in range(3)]
        )
        self.middle = nn.Sequential(block(48, 96, 2, 2), *[block(96, 96, 1, 3) for _ in range(4)], block(96, 24, 1, 2))
        self.coarse = conv(24, 48, 3, 2)
        self.whole = nn.Conv2d(48, 128, 7)
        self.points = nn.Linear(24 + 48 + 128, 136)

    def forward(self, image):
        middle = self.middle(self.fine((image - 127.5) / 128))
        coarse = self.coarse(middle)
        whole = F.relu(self.whole(coarse))
        return self.points(torch.cat([middle.mean((2, 3)), coarse.mean((2, 3)), whole.flatten(1)], 1))


class TrunkLandmarks(nn.Module):
    """The trunk with two heads whose mean is the answer: `whole` looks at the face as one, `near` finds every point as
    the
    centre of a map of weights at stride 8 plus an offset (integral regression, Sun et al. 2018)."""

    size = 112

    def __init__(self):
        super().__init__()
        self.trunk = Trunk()
        self.whole = nn.Sequential(
            conv(128, 32, 1), nn.Flatten(), nn.Linear(32 * 49, 192), nn.ReLU(inplace=True), nn.Linear(192, 136)
        )
        self.lateral, self.above, self.mix = conv(64, 64, 1), conv(128, 64, 1), conv(64, 64)
        self.maps = nn.Conv2d(64, 68 * 3, 1)
        nn.init.normal_(self.maps.weight, 0, 0.01)
        nn.init.zeros_(self.maps.bias)
        nn.init.constant_(self.whole[-1].bias, 0.5)
        centres = (torch.arange(14, dtype=torch.float32) + 0.5) / 14
        self.register_buffer('grid', torch.stack([centres.repeat(14), centres.repeat_interleave(14)]))

    def features(self, image):
        """What the last layers read: of `whole` (n, 192), of `near` (n, 64, 14, 14)."""
        fine, coarse = self.trunk(image)
        joined = self.mix(self.lateral(fine) + F.interpolate(self.above(coarse), scale_factor=2.0, mode='nearest'))
        return self.whole[:-1](coarse), joined

    def placed(self, maps):
        """Maps of weights and offsets (n, 204, 14, 14) -> points (n, 136)."""
        maps = maps.reshape(-1, 3, 68, 196)
        weight = maps[:, 0].softmax(2).unsqueeze(1)
        near = ((maps[:, 1:] / 14 + self.grid.view(1, 2, 1, 196)) * weight).sum(3)
        return near.transpose(1, 2).reshape(-1, 136)

    def heads(self, image):
        """The answers of both heads, (n, 136) each."""
        hidden, joined = self.features(image)
        return self.whole[-1](hidden), self.placed(self.maps(joined))

    def forward(self, image):
        whole, near = self.heads(image)
        return (whole + near) / 2


class StyledLandmarks(TrunkLandmarks):
    """The same for two styles of marking, told apart by the last layer of each head: that of 300-W's photos, which is
    the answer, and that of the video frames. They differ in where the jaw begins, how the brows are drawn and more."""

    def __init__(self):
        super().__init__()
        self.whole_frames, self.maps_frames = nn.Linear(192, 136), nn.Conv2d(64, 68 * 3, 1)

    def begin(self, path):
        """Weights of a TrunkLandmarks, both styles being the one it knows; or of a network of this class."""
        saved = torch.load(path, map_location='cpu')['net']
        for name in ('weight', 'bias'):
            saved.setdefault('whole_frames.' + name, saved['whole.4.' + name])
            saved.setdefault('maps_frames.' + name, saved['maps.' + name])
        self.load_state_dict(saved)

    def styles(self, image):
        """The answers of both heads in the style of 300-W, then in that of the frames; (n, 136) each."""
        hidden, joined = self.features(image)
        photos = self.whole[-1](hidden), self.placed(self.maps(joined))
        return photos, (self.whole_frames(hidden), self.placed(self.maps_frames(joined)))

    def heads(self, image):
        return self.styles(image)[0]

    def forward(self, image):
        """Both answers: points as 300-W marks them, points as the frames are marked."""
        return tuple(sum(parts) / 2 for parts in self.styles(image))


def read_weights(net, path):
    """The averaged weights of a checkpoint; also of version 0, whose layers have other names but the same order."""
    saved = torch.load(path, map_location='cpu')
    load_in_order(net, saved.get('ema', saved.get('net', saved)))
    return net


def load_in_order(net, state):
    """Weights in the order of the layers, whatever their names."""
    own = net.state_dict()
    if [v.shape for v in own.values()] != [v.shape for v in state.values()]:
        raise ValueError('not the same layers')
    net.load_state_dict(dict(zip(own, state.values())))


class MirrorAveraged(nn.Module):
    """The mean of the answers of one or more landmark networks for a crop and for its mirror image."""

    def __init__(self, *nets):
        super().__init__()
        self.nets = nn.ModuleList(nets)
        self.register_buffer('mirrored', torch.tensor(MIRRORED))

    def forward(self, image):
        mirror = image.flip(3)
        straight = sum(net(image) for net in self.nets)
        turned = sum(net(mirror) for net in self.nets).reshape(-1, 68, 2)[:, self.mirrored]
        shift = (self.nets[0].size - 1) / self.nets[0].size  # pixel p goes to size - 1 - p
        turned = torch.stack([shift * len(self.nets) - turned[:, :, 0], turned[:, :, 1]], 2)
        return (straight + turned.flatten(1)) / (2 * len(self.nets))


# ---------------------------------------------------------------- SAM-GoogLeNet: 68 points


class SpatialAttention(nn.Module):
    """Mean and maximum over the channels -> 7x7 convolution -> sigmoid -> multiply."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, 7, padding=3)

    def forward(self, x):
        summary = torch.cat([x.mean(1, keepdim=True), x.max(1, keepdim=True)[0]], 1)
        return x * torch.sigmoid(self.conv(summary))


class Inception(nn.Module):
    """The four branches of GoogLeNet with batch norm."""

    def __init__(self, inputs, one, three_in, three, five_in, five, pool):
        super().__init__()
        self.one = conv(inputs, one, 1)
        self.three = nn.Sequential(conv(inputs, three_in, 1), conv(three_in, three, 3))
        self.five = nn.Sequential(conv(inputs, five_in, 1), conv(five_in, five, 5))
        self.pool = nn.Sequential(nn.MaxPool2d(3, 1, 1), conv(inputs, pool, 1))

    def forward(self, x):
        return torch.cat([self.one(x), self.three(x), self.five(x), self.pool(x)], 1)


class SamGoogLeNet(nn.Module):
    """GoogLeNet with batch norm and spatial attention before each stage; 224x224 grey in, 68 points out.
    The answer is standardised by the mean and deviation of coordinates (of 224), as in its source system."""

    size = 224
    mean, deviation = 104.47, 43.17

    def __init__(self):
        super().__init__()
        pool = lambda: nn.MaxPool2d(3, 2, 1)
        self.stages = nn.Sequential(
            conv(3, 64, 7, 2),
            pool(),
            SpatialAttention(),
            conv(64, 64, 1),
            conv(64, 192, 3),
            pool(),
            SpatialAttention(),
            Inception(192, 64, 96, 128, 16, 32, 32),
            Inception(256, 128, 128, 192, 32, 96, 64),
            pool(),
            SpatialAttention(),
            Inception(480, 192, 96, 208, 16, 48, 64),
            Inception(512, 160, 112, 224, 24, 64, 64),
            Inception(512, 128, 128, 256, 24, 64, 64),
            Inception(512, 112, 144, 288, 32, 64, 64),
            Inception(528, 256, 160, 320, 32, 128, 128),
            pool(),
            SpatialAttention(),
            Inception(832, 256, 160, 320, 32, 128, 128),
            Inception(832, 384, 192, 384, 48, 128, 128),
        )
        self.points = nn.Linear(1024, 136)

    def forward(self, image):
        grey = (image * image.new_tensor([0.299, 0.587, 0.114]).view(1, 3, 1, 1)).sum(1, keepdim=True) / 255
        features = self.stages(torch.cat([grey] * 3, 1)).mean((2, 3))
        return (self.points(features) * self.deviation + self.mean) / self.size


NETWORKS = {
    'detector': Detector,
    'first-detector': FirstDetector,
    'landmarks68': Landmarks68,
    'trunk-landmarks': TrunkLandmarks,
    'styled-landmarks': StyledLandmarks,
    'mobilefacenet': MobileFaceNet,
    'small-embedder': SmallEmbedder,
    'embedder': LeakyMobileFaceNet,
    'sam-googlenet': SamGoogLeNet,
}
