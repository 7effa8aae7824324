"""Verification on LFW pairs and clustering of identities with the whole chain: own detection, own points, alignment.

usage: eval_embedder.py --detector facesj=detector.onnx [--landmarks landmarks68.onnx] [--lfw lfw] [--identities
celeba-identities] embedder.onnx ...
Without --landmarks the detector's five points align the face. LFW: cosine, one view and photo + mirror image summed;
the
threshold of one fold is applied to the other. Identities: average-link clustering of cosine distances at the best
single
threshold, pairwise F and B-cubed F; a black border of a quarter of the size is added first (the photos are tight
crops)."""
import argparse
import os

import cv2
import numpy as np

import chain
from eval_landmarks import detect_at_any_score


class Chain:
    """Photo -> aligned crop of the face nearest to its centre."""

    def __init__(self, detector, landmarks=None, rule=None):
        self.detect = chain.detector(detector)
        self.landmarks = chain.Landmarker(landmarks, rule) if landmarks else None
        self.missed = 0

    def crop(self, image):
        scores, boxes, points = detect_at_any_score(self.detect, image)
        middle = np.array([image.shape[1], image.shape[0]]) / 2
        if not len(scores):
            self.missed += 1
            return chain.crop(image, *middle, min(image.shape[:2]) / 2, 112)
        face = np.linalg.norm((boxes[:, :2] + boxes[:, 2:]) / 2 - middle, axis=1).argmin()
        five = points[face] if self.landmarks is None else chain.five_points(self.landmarks(image, boxes[face]))
        return chain.align(image, five)


class Embedding:
    """ArcFace crop -> unit vector, of one view or of photo and mirror image together."""

    def __init__(self, path):
        self.session = chain.session(path)
        source = self.session.get_inputs()[0]
        self.name, self.ready = source.name, source.name == 'image'

    def run(self, crop):
        x = chain.batch(crop)
        return self.session.run(None, {self.name: x if self.ready else (x - 127.5) / 128})[0][0]

    def __call__(self, crop):
        unit = lambda v: v / np.linalg.norm(v)
        one, other = self.run(crop), self.run(crop[:, ::-1])
        return unit(one), unit(one + other)


def best_threshold(scores, same):
    """Midpoint between neighbouring scores with the most right answers."""
    order = np.argsort(-scores)
    right = np.cumsum(np.where(same[order], 1, -1))
    best = right.argmax()
    return (scores[order[best]] + scores[order[min(best + 1, len(scores) - 1)]]) / 2


def folds(scores, same, size=600):
    """Accuracy with every fold's threshold chosen on the others."""
    fold = np.arange(len(scores)) // size
    accuracy = [
        ((scores[fold == k] > best_threshold(scores[fold != k], same[fold != k])) == same[fold == k]).mean()
        for k in np.unique(fold)
    ]
    return 100 * np.mean(accuracy)


def read_pairs(folder):
    """(photo, photo, same) of an LFW pairs.txt."""
    photo = lambda person, number: '%s/%s/%s_%04d.jpg' % (folder, person, person, int(number))
    pairs = []
    for line in open(folder + '/pairs.txt'):
        part = line.split()
        if len(part) == 3:
            pairs.append((photo(part[0], part[1]), photo(part[0], part[2]), True))
        elif len(part) == 4:
            pairs.append((photo(part[0], part[1]), photo(part[2], part[3]), False))
    return pairs


def read_identities(folder):
    """The photos of identities.csv, one after the other, with a black border of a quarter of their size, and
    everybody's number."""
    import pandas as pd

    table = pd.read_csv(folder + '/identities.csv')

    def images():
        for name in table.photo:
            image = np.ascontiguousarray(chain.read_rgb(os.path.join(folder, name)))
            high, wide = image.shape[0] // 4, image.shape[1] // 4
            yield cv2.copyMakeBorder(image, high, high, wide, wide, cv2.BORDER_CONSTANT)

    return images(), pd.factorize(table.identity)[0]


def cluster_scores(labels, truth):
    """Pairwise F and B-cubed F."""
    together = labels[:, None] == labels[None]
    same = truth[:, None] == truth[None]
    both = (together & same).sum(1)
    precision, recall = (both / together.sum(1)).mean(), (both / same.sum(1)).mean()
    pairs = lambda m: m.sum() - len(m)
    p, r = pairs(together & same) / max(1, pairs(together)), pairs(together & same) / pairs(same)
    return 200 * p * r / (p + r + 1e-9), 200 * precision * recall / (precision + recall)


def clusters(vectors, truth):
    """The best single threshold for each measure: (F, threshold) twice."""
    from scipy.cluster.hierarchy import average, fcluster
    from scipy.spatial.distance import squareform

    distance = np.clip(1 - vectors @ vectors.T, 0, 2)
    np.fill_diagonal(distance, 0)
    tree = average(squareform(distance, checks=False))
    thresholds = np.arange(0.4, 1.0, 0.01)
    table = np.array([cluster_scores(fcluster(tree, t, 'distance'), truth) for t in thresholds])
    return [(table[:, k].max(), thresholds[table[:, k].argmax()]) for k in (0, 1)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--detector', required=True)
    parser.add_argument('--landmarks')
    parser.add_argument('--rule', type=float, nargs=2)
    parser.add_argument('--lfw')
    parser.add_argument('--identities')
    parser.add_argument('models', nargs='+')
    args = parser.parse_args()
    models = {path: Embedding(path) for path in args.models}
    if args.lfw:
        pairs = read_pairs(args.lfw)
        crop = Chain(args.detector, args.landmarks, args.rule)
        crops = {path: crop.crop(chain.read_rgb(path)) for path in sorted({p for pair in pairs for p in pair[:2]})}
        same = np.array([pair[2] for pair in pairs])
        for path, model in models.items():
            vectors = {name: model(image) for name, image in crops.items()}
            for view, name in enumerate(('one view', 'with mirror image')):
                scores = np.array([vectors[a][view] @ vectors[b][view] for a, b, _ in pairs])
                threshold = best_threshold(scores, same)
                print(
                    '%s LFW %s: %.2f %% (threshold of the other fold); best threshold on all %.3f (%.2f %%); %d of '
                    '%d photos without face'
                    % (
                        path.split('/')[-1],
                        name,
                        folds(scores, same),
                        threshold,
                        100 * ((scores > threshold) == same).mean(),
                        crop.missed,
                        len(crops),
                    ),
                    flush=True,
                )
    if args.identities:
        images, truth = read_identities(args.identities)
        crop = Chain(args.detector, args.landmarks, args.rule)
        crops = [crop.crop(image) for image in images]
        for path, model in models.items():
            (pair_f, pair_t), (cubed_f, cubed_t) = clusters(np.stack([model(c)[1] for c in crops]), truth)
            print(
                '%s identities, average link, mirror sum: pairwise F %.1f at distance %.2f, B-cubed F %.1f at %.2f; '
                '%d of %d photos without face'
                % (path.split('/')[-1], pair_f, pair_t, cubed_f, cubed_t, crop.missed, len(crops)),
                flush=True,
            )


if __name__ == '__main__':
    main()
