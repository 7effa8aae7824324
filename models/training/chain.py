"""Running ONNX models the way FacesJ does: detectors, non-maximum suppression, crops and alignment."""
import cv2
import numpy as np

from boxes import suppressed
from checkpoint import Checkpoint

ARCFACE = np.array([(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)])
STRIDES = (8, 16, 32)


def session(path, threads=1):
    """An ONNX Runtime session on the CPU, or for KIND@CHECKPOINT.pt (KIND as in kinds.py) the same with torch."""
    if '@' in str(path):
        return Checkpoint(str(path), threads)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=['CPUExecutionProvider'])


def read_rgb(path):
    """A photo as (h, w, 3) RGB bytes."""
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise IOError('Cannot read %s' % path)
    return image[:, :, ::-1]


def batch(image):
    """(h, w, 3) bytes -> (1, 3, h, w) float."""
    return np.ascontiguousarray(image.transpose(2, 0, 1)[None], dtype=np.float32)


def pad(image, multiple=32, size=None):
    """Black border at the right and bottom."""
    height, width = image.shape[:2]
    rows, columns = size or (-(-height // multiple) * multiple, -(-width // multiple) * multiple)
    canvas = np.zeros((rows, columns, 3), np.uint8)
    canvas[:height, :width] = image
    return canvas


def strongest(scores, boxes, threshold, overlap):
    """Which are left by the score threshold and greedy non-maximum suppression; the best first."""
    order = np.where(scores > threshold)[0]
    order = order[np.argsort(-scores[order], kind='stable')][:3000]
    return order[suppressed(np.ones((1, len(order)), bool), boxes[order].astype(float)[None], overlap)[0]]


def suppress(scores, boxes, points, threshold, overlap):
    """The strongest with their boxes and points."""
    kept = strongest(scores, boxes, threshold, overlap)
    return scores[kept], boxes[kept], points[kept].reshape(-1, 5, 2)


class FacesJ:
    """Our own detector."""

    threshold, overlap = 0.45, 0.45

    def __init__(self, path):
        self.session = session(path)

    def __call__(self, image, threshold):
        scores, boxes, points = self.session.run(None, {'image': batch(pad(image))})
        return suppress(scores[0], boxes[0], points[0], threshold, self.overlap)


class YuNet:
    """YuNet by the OpenCV protocol: score = sqrt(cls * obj), NMS 0.3."""

    threshold, overlap = 0.6, 0.3

    def __init__(self, path):
        self.session = session(path)
        self.names = [output.name for output in self.session.get_outputs()]

    def __call__(self, image, threshold):
        canvas = pad(image)[:, :, ::-1]
        out = dict(zip(self.names, self.session.run(None, {'input': batch(canvas)})))
        scores, boxes, points = [], [], []
        for stride in STRIDES:
            columns, rows = canvas.shape[1] // stride, canvas.shape[0] // stride
            cell = np.stack([np.tile(np.arange(columns), rows), np.repeat(np.arange(rows), columns)], 1)
            box, kps = out['bbox_%d' % stride][0], out['kps_%d' % stride][0]
            scores.append(
                np.sqrt(out['cls_%d' % stride][0, :, 0].clip(0, 1) * out['obj_%d' % stride][0, :, 0].clip(0, 1))
            )
            centre, half = (cell + box[:, :2]) * stride, np.exp(box[:, 2:]) * stride / 2
            boxes.append(np.concatenate([centre - half, centre + half], 1))
            points.append((np.tile(cell, 5) + kps) * stride)
        return suppress(np.concatenate(scores), np.concatenate(boxes), np.concatenate(points), threshold, self.overlap)


class Scrfd:
    """SCRFD with a fixed 640x640 input: smaller photos get a black border (no resizing), larger ones are shrunk."""

    threshold, overlap, size = 0.5, 0.5, 640

    def __init__(self, path):
        self.session = session(path)

    def __call__(self, image, threshold):
        scale = min(1, self.size / max(image.shape[:2]))
        if scale < 1:
            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        canvas = pad(image, size=(self.size, self.size))
        out = self.session.run(['out%d' % i for i in range(9)], {'images': (batch(canvas) - 127.5) / 128})
        scores, boxes, points = [], [], []
        for level, stride in enumerate(STRIDES):
            n = self.size // stride
            cell = np.repeat(np.stack([np.tile(np.arange(n), n), np.repeat(np.arange(n), n)], 1) * stride, 2, 0)
            side = out[3 + level][0] * stride
            scores.append(out[level][0, :, 0])
            boxes.append(np.concatenate([cell - side[:, :2], cell + side[:, 2:]], 1))
            points.append(np.tile(cell, 5) + out[6 + level][0] * stride)
        scores, boxes, points = suppress(
            np.concatenate(scores), np.concatenate(boxes), np.concatenate(points), threshold, self.overlap
        )
        return scores, boxes / scale, points / scale


DETECTORS = {'facesj': FacesJ, 'yunet': YuNet, 'scrfd': Scrfd}


def detector(spec):
    """'kind=path' -> detector."""
    kind, path = spec.split('=', 1)
    return DETECTORS[kind](path)


def five_points(points68):
    """Eye centres, nose tip and mouth corners of 68 points (..., 68, 2)."""
    parts = [points68[..., 36:42, :].mean(-2), points68[..., 42:48, :].mean(-2)]
    return np.stack(parts + [points68[..., i, :] for i in (30, 48, 54)], -2)


def similarity(source, target):
    """Least-squares similarity transform (Umeyama, no reflection) as a 2x3 matrix."""
    centre_s, centre_t = source.mean(0), target.mean(0)
    s = (source - centre_s) @ [1, 1j]
    t = (target - centre_t) @ [1, 1j]
    factor = (s.conj() * t).sum() / (s.conj() * s).real.sum()
    linear = np.array([[factor.real, -factor.imag], [factor.imag, factor.real]])
    return np.concatenate([linear, (centre_t - linear @ centre_s)[:, None]], 1)


def align(image, points, size=112, template=ARCFACE):
    """The ArcFace crop of a face."""
    return cv2.warpAffine(np.ascontiguousarray(image), similarity(points, template * size / 112), (size, size))


def square(box, rule):
    """Crop square (centre x, y, side) of a box; rule = (side factor of the longer side, shift down in parts of the
    height)."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2 + rule[1] * height, rule[0] * max(width, height)


def crop(image, centre_x, centre_y, side, size):
    """A square, resampled to size x size (bilinear, antialiased when shrinking); black outside the photo."""
    image = np.ascontiguousarray(image)
    scale = size / side
    if scale < 0.5:
        factor = 2.0 ** np.floor(np.log2(1 / scale))
        image = cv2.resize(image, None, fx=1 / factor, fy=1 / factor, interpolation=cv2.INTER_AREA)
        centre_x, centre_y, scale = centre_x / factor, centre_y / factor, scale * factor
    matrix = np.array([[scale, 0, size / 2 - scale * centre_x], [0, scale, size / 2 - scale * centre_y]])
    return cv2.warpAffine(image, matrix, (size, size))


class Landmarker:
    """68 points by a landmark network, from the box of a detector, or in a second pass from the box of 68 points."""

    rule, second_rule = (1.05, 0.12), (1.2, 0)

    def __init__(self, path, rule=None, second_rule=None):
        self.session = session(path)
        self.size = self.session.get_inputs()[0].shape[2]
        self.rule, self.second_rule = rule or self.rule, second_rule or self.second_rule

    def __call__(self, image, box, second=False):
        x, y, side = square(box, self.second_rule if second else self.rule)
        out = self.session.run(None, {'image': batch(crop(image, x, y, side, self.size))})[0]
        return out.reshape(68, 2) * side + [x - side / 2, y - side / 2]

    def twice(self, image, box):
        """As FacesJ does: from the detector's box, then from the box of these points."""
        points = self(image, box)
        return self(image, np.r_[points.min(0), points.max(0)], second=True)
