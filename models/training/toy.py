"""The whole recipe on a few drawn faces in less than a minute: prepare, train, export and check each network.

usage: python3 toy.py   (needs torch >= 1.13, numpy, pandas, opencv, onnx; ONNX Runtime is used where it is
installed)"""
import os
import shutil
import sys
import tempfile
import time

import cv2
import numpy as np
import torch

import chain
import eval_marked
import export
import faces
import make_views
import mix
import narrow
import prepare
import prepare_marked
import quantise
import train_detector
import train_embedder
import train_endless
import train_landmarks
import train_points
from kinds import load
from networks import NETWORKS, Bottleneck, MobileFaceNet, Part, leaky
from teachers import load_mobilefacenet


def require(holds, otherwise):
    """Ends the run where something is not as it must be, also under `python -O`."""
    if not holds:
        raise ValueError(otherwise)


def mean_face():
    """68 points of a schematic face in a unit square."""
    arc = lambda n, a, b, cx, cy, rx, ry: [
        (cx + rx * np.cos(t), cy - ry * np.sin(t)) for t in np.radians(np.linspace(a, b, n))
    ]
    jaw = arc(17, 180, 360, 0.5, 0.45, 0.42, 0.5)
    brows = arc(5, 150, 30, 0.3, 0.3, 0.13, 0.06) + arc(5, 150, 30, 0.7, 0.3, 0.13, 0.06)
    nose = [(0.5, y) for y in (0.4, 0.47, 0.54, 0.61)] + [(x, 0.67) for x in (0.42, 0.46, 0.5, 0.54, 0.58)]
    eyes = (
        arc(4, 180, 0, 0.31, 0.4, 0.08, 0.04)
        + arc(2, -60, -120, 0.31, 0.4, 0.08, 0.04)
        + arc(4, 180, 0, 0.69, 0.4, 0.08, 0.04)
        + arc(2, -60, -120, 0.69, 0.4, 0.08, 0.04)
    )
    mouth = (
        arc(7, 180, 0, 0.5, 0.8, 0.16, 0.06)
        + arc(5, -30, -150, 0.5, 0.8, 0.16, 0.06)
        + arc(5, 180, 0, 0.5, 0.8, 0.12, 0.02)
        + arc(3, -45, -135, 0.5, 0.8, 0.12, 0.02)
    )
    return np.array(jaw + brows + nose + eyes + mouth)


def draw(rng, size, corner=None, side=None):
    """A picture of noise and, with a corner, a face on it; also its 68 points."""
    image = rng.integers(0, 255, (size // 16, size // 16, 3), np.uint8)
    image = cv2.resize(image, (size, size), interpolation=cv2.INTER_CUBIC)
    if corner is None:
        return image, None
    points = mean_face() * side + corner
    skin = tuple(int(v) for v in rng.integers(90, 230, 3))
    centre = tuple(int(v) for v in points.mean(0))
    cv2.ellipse(image, centre, (int(side * 0.45), int(side * 0.6)), 0, 0, 360, skin, -1)
    for part in (slice(17, 22), slice(22, 27), slice(27, 36), slice(36, 42), slice(42, 48), slice(48, 60)):
        cv2.polylines(
            image, [points[part].round().astype(np.int32)], part.start >= 36, (30, 20, 20), max(1, int(side / 40))
        )
    return image, points


def data(folder, rng):
    """The folders and tables that prepare.py expects."""
    for name in ('detect', 'aligned', 'landmarks68'):
        os.makedirs(os.path.join(folder, name))
    rows = []
    for i in range(18):
        kind = ('wild', 'neg', 'p1')[i % 3]
        image, points = draw(rng, 192, *(() if kind == 'neg' else (rng.uniform(20, 60, 2), rng.uniform(60, 100))))
        name = '%s_%d.jpg' % (kind, i)
        cv2.imwrite('%s/detect/%s' % (folder, name), image)
        values = (
            [''] * 15
            if points is None
            else ['.9'] + ['%.1f' % v for v in np.r_[points.min(0), points.max(0), chain.five_points(points).ravel()]]
        )
        rows.append(','.join([name] + values))
    head = 'photo,score,x1,y1,x2,y2,' + ','.join('p%d%s' % (k, c) for k in range(5) for c in 'xy')
    open(folder + '/detect.csv', 'w').write('\n'.join([head] + [r for r in rows if 'neg' not in r]) + '\n')
    rows = []
    for i in range(24):
        image, points = draw(rng, 200, rng.uniform(40, 70, 2), rng.uniform(70, 90))
        cv2.imwrite(
            '%s/aligned/%s_%d.jpg' % (folder, ('celeba', 'p1')[i % 2], i),
            chain.align(image, chain.five_points(points), 128),
        )
        cv2.imwrite('%s/landmarks68/person%d_0.jpg' % (folder, i), image)
        rows.append('person%d_0.jpg,' % i + ','.join('%.2f' % v for v in points.ravel()))
    head = 'photo,' + ','.join('%s_%d' % (c, k) for k in range(68) for c in 'xy')
    open(folder + '/landmarks68.csv', 'w').write('\n'.join([head] + rows) + '\n')
    os.makedirs(os.path.join(folder, 'marked'))
    for i in range(9):
        image, points = draw(rng, 400, rng.uniform(20, 80, 2), rng.uniform(160, 260))
        name = '%s/marked/photo%d_1' % (folder, i)
        cv2.imwrite(name + '.jpg', image)
        lines = '\n'.join('%.3f %.3f' % (x + 1, y + 1) for x, y in points)
        with open(name + '.pts', 'w') as file:
            file.write(lines if i % 2 else 'version: 1\nn_points: 68\n{\n%s\n}\n' % lines)


class Judge(torch.nn.Module):
    """Of the form of SCRFD's files: nine outputs, two anchors in every cell."""

    def __init__(self):
        super().__init__()
        self.heads = torch.nn.ModuleList(
            torch.nn.Conv2d(3, outputs, 3, stride, 1) for outputs in (2, 8, 20) for stride in (8, 16, 32)
        )

    def forward(self, image):
        return tuple(head(image) for head in self.heads)


def judge(path):
    """An ONNX file of random answers in SCRFD's form."""
    torch.onnx.export(
        Judge(),
        torch.zeros(1, 3, 64, 64),
        path,
        opset_version=13,
        input_names=['images'],
        output_names=['out%d' % i for i in range(9)],
    )


def call(module, *arguments):
    """A script's main() with these arguments."""
    print('>', module.__name__, *arguments, flush=True)
    sys.argv = [module.__name__ + '.py'] + [str(a) for a in arguments]
    module.main()


def checked_export(kind, checkpoint, path, half=False):
    """Export, then run the file in ONNX Runtime if there is one."""
    net = export.export(kind, checkpoint, path, half)
    try:
        import onnxruntime  # noqa: F401
    except ImportError:
        import onnx

        onnx.checker.check_model(onnx.load(path))
        print('%s: ONNX Runtime is not installed, only the structure of the file was checked' % os.path.basename(path))
        return
    worst = export.check(
        net, path, [tuple(min(v, 256) for v in shape) for shape in export.SHAPES[kind][:2]], 2e-2 if half else 1e-3
    )
    print('%s: ONNX Runtime differs from torch by %.1g' % (os.path.basename(path), worst))


@torch.no_grad()
def check_narrow(layer, adapter, x, wide, width):
    """Without fewer channels a layer says the same; with fewer, what it says is as wrong as was told."""
    answer = layer(x)
    narrow.narrow(adapter(layer), x, answer, wide)
    require(torch.allclose(layer(x), answer, atol=1e-2 * float(answer.std())), 'another answer from the same channels')
    told = narrow.narrow(adapter(layer), x, answer, width)
    error = float(((layer(x) - answer).var((0, 2, 3)) / adapter(layer).wanted(x, answer).var((0, 2, 3))).mean())
    require(0 < told < 1 and abs(told - error) < 0.02 * told, 'an error of %g was told as %g' % (error, told))
    print('narrow: %d of %d channels, error %.3f of the variance' % (width, wide, told))


def main():
    started = time.time()
    torch.set_num_threads(1)
    folder = tempfile.mkdtemp()
    at = lambda name: os.path.join(folder, name)
    try:
        data(at('data'), np.random.default_rng(1))
        call(prepare, '--data', at('data'), '--out', at('pack.npz'))
        common = ['--pack', at('pack.npz'), '--steps', 2, '--every', 2, '--limit', 66]

        torch.manual_seed(2)
        torch.save({'net': NETWORKS['detector']().state_dict(), 'steps': 0}, at('teacher.pt'))
        call(make_views, '--pack', at('pack.npz'), '--out', at('views'), '--count', 4, '--views', 2, '--part', 'all')
        call(make_views, '--pack', at('pack.npz'), '--out', at('plain'), '--count', 4, '--plain', '--part', 'all')
        teach = lambda out, *how: call(
            train_detector,
            '--teacher',
            at('teacher.pt'),
            '--views',
            at('views'),
            at('plain'),
            '--held-out',
            at('views'),
            '--questions',
            10,
            '--batch',
            4,
            *how,
            '--out',
            at(out),
            *common[2:]
        )
        teach('alone', '--alone')
        teach('parts', '--resume', at('alone.pt'))
        check_narrow(Part(16, (12,), 6, 2), narrow.PartOfDetector, torch.rand(4, 16, 24, 24), 12, 5)
        check_narrow(
            Bottleneck(16, 24, 16, act=leaky).eval(), narrow.BlockOfEmbedder, torch.rand(4, 16, 24, 24), 24, 20
        )
        wide = NETWORKS['detector']()
        wide.layers[0] = Part(16, (24,), 16, 2, pooled=True)
        torch.save({'net': wide.state_dict(), 'steps': 0}, at('wide.pt'))
        call(narrow, 'detector', at('wide.pt'), '0=16', '--views', at('views'), '--out', at('narrow.pt'))
        judge(at('judge.onnx'))
        call(
            train_endless,
            *common,
            '--yunet',
            at('teacher.pt'),
            '--judge',
            at('judge.onnx'),
            '--pool',
            8,
            '--fill',
            1,
            '--make',
            2,
            1,
            2,
            '--batch',
            4,
            '--resume',
            at('narrow.pt'),
            '--out',
            at('endless')
        )
        call(mix, at('narrow.pt'), at('endless.pt'), 0.75, at('whole.pt'))
        call(
            train_points,
            *common,
            '--views',
            at('plain'),
            '--batch',
            2,
            '--resume',
            at('whole.pt'),
            '--out',
            at('detector')
        )
        checked_export('detector', at('detector.pt'), at('detector.onnx'))

        torch.save({'net': NETWORKS['small-embedder']().state_dict(), 'steps': 0}, at('start.pt'))
        call(train_landmarks, *common, '--batch', 4, '--out', at('landmarks68'))
        checked_export('landmarks68', at('landmarks68.pt'), at('landmarks68.onnx'))
        call(
            train_landmarks,
            *common,
            '--net',
            'trunk-landmarks',
            '--batch',
            4,
            '--trunk',
            at('start.pt'),
            '--beside',
            at('trunk'),
            '--meet',
            1,
            '--out',
            at('trunk')
        )
        checked_export('trunk-landmarks', at('trunk.pt'), at('trunk.onnx'))
        call(prepare_marked, '--photos', at('data/marked'), '--out', at('marked.npz'))
        styled = [
            *common,
            '--net',
            'styled-landmarks',
            '--batch',
            4,
            '--marked',
            at('marked.npz'),
            '--begin',
            at('trunk.pt'),
            '--out',
            at('styled'),
        ]
        call(train_landmarks, *styled)
        call(train_landmarks, *styled, '--steps', 4, '--go-on')
        require(torch.load(at('styled.state'))['step_count'] == 4, 'a run did not go on from where it had stopped')
        styled = 'styled-landmarks@' + at('styled.pt')
        call(eval_marked, '--marked', at('marked.npz'), '--limit', 9, 'trunk-landmarks@' + at('trunk.pt'), styled)
        checked_export('styled-landmarks', at('styled.pt'), at('styled.onnx'))
        call(train_landmarks, *common, '--net', 'sam-googlenet', '--batch', 2, '--limit', 8, '--out', at('sam'))
        checked_export('sam-googlenet', at('sam.pt'), at('sam.onnx'), half=True)

        torch.save({'net': NETWORKS['mobilefacenet']().state_dict(), 'steps': 0}, at('teacher.pt'))
        export.export('mobilefacenet', at('teacher.pt'), at('teacher.onnx'), fast=False)
        picture = torch.rand(1, 3, 112, 112) * 255
        again, first = load_mobilefacenet(at('teacher.onnx')), load('mobilefacenet', at('teacher.pt')).net
        require(
            torch.allclose(again(picture), first(picture), atol=1e-3), 'a MobileFaceNet changed on the way through ONNX'
        )
        call(train_embedder, *common, '--teacher', at('teacher.onnx'), '--alone', '--batch', 4, '--out', at('alone'))
        torch.save({'net': MobileFaceNet(inner=(128, 240, 480), act=leaky).state_dict(), 'steps': 0}, at('wide.pt'))
        call(
            narrow,
            'embedder',
            at('wide.pt'),
            *['%d=112' % block for block in range(1, 6)],
            '--pack',
            at('pack.npz'),
            '--limit',
            66,
            '--out',
            at('narrow.pt')
        )
        call(
            train_embedder,
            *common,
            '--teacher',
            at('teacher.onnx'),
            '--resume',
            at('narrow.pt'),
            '--batch',
            4,
            '--out',
            at('embedder')
        )
        checked_export('embedder', at('embedder.pt'), at('embedder.onnx'))
        np.save(at('faces.npy'), faces.Variety(faces.aligned(at('pack.npz'), 'all'), 1).batch(8))
        call(quantise, at('embedder.onnx'), at('embedder8.onnx'), '--pictures', at('faces.npy'))
        print('The toy run took %.0f seconds.' % (time.time() - started))
    finally:
        shutil.rmtree(folder)


if __name__ == '__main__':
    main()
