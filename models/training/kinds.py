"""The kinds of network that can be exported and measured: outputs, and a checkpoint as it is exported."""
from networks import NETWORKS, DecodedDetector, Embedder, MirrorAveraged, read_weights
from teachers import load_mobilefacenet

DETECTORS = ('detector', 'first-detector')
EMBEDDERS = ('embedder', 'small-embedder', 'mobilefacenet')
OUTPUTS = {
    **{kind: ['scores', 'boxes', 'points'] for kind in DETECTORS},
    'landmarks68': ['points'],
    'trunk-landmarks': ['points'],
    'styled-landmarks': ['points', 'frame_points'],
    'sam-googlenet': ['points'],
    **{kind: ['embedding'] for kind in EMBEDDERS},
}
WRAPPERS = {**{kind: DecodedDetector for kind in DETECTORS}, **{kind: Embedder for kind in EMBEDDERS}}


def load(kind, checkpoint, mirror=False):
    """The network with the averaged weights, as it is exported. An ONNX file is read as a public MobileFaceNet; several
    checkpoints of landmarks, separated by commas, answer together; with `mirror` also for the mirror image."""
    if checkpoint.endswith('.onnx'):
        nets = [load_mobilefacenet(checkpoint)]
    else:
        nets = [read_weights(NETWORKS[kind](), path) for path in checkpoint.split(',')]
    wrapper = MirrorAveraged if mirror else WRAPPERS.get(kind, lambda net: net)
    return wrapper(*[net.eval() for net in nets]).eval()
