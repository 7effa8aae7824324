"""Normalised mean error of 68-point models from a detector's boxes, and the five points of detectors.

usage: eval_landmarks.py --photos landmarks68-test --detector facesj=detector.onnx [--rule 1.1 0.08] [--points
yunet=... scrfd=...] model.onnx ...
NME = mean point error / distance of points 36 and 45. Box = the detection nearest to the true face. Five points: mean
error / diagonal of the box of the 68 true points (truth: eye centres, nose tip 30, mouth corners 48 and 54)."""
import argparse
import os

import numpy as np
import pandas as pd

import chain


def nearest(found, centre):
    """Index of the detection whose box centre is nearest, or None."""
    scores, boxes, _ = found
    if not len(scores):
        return None
    return np.linalg.norm((boxes[:, :2] + boxes[:, 2:]) / 2 - centre, axis=1).argmin()


def detect_at_any_score(detect, image):
    """Detections at the usual threshold, or lower where there are none."""
    for threshold in (detect.threshold, 0.3, 0.1, 0.02):
        found = detect(image, threshold)
        if len(found[0]):
            return found
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--photos', required=True)
    parser.add_argument('--detector', required=True)
    parser.add_argument('--rule', type=float, nargs=2, default=chain.Landmarker.rule)
    parser.add_argument('--points', nargs='*', default=[], help='more detectors whose five points are measured')
    parser.add_argument('--every', type=int, default=1, help='only every n-th photo')
    parser.add_argument('models', nargs='*')
    args = parser.parse_args()
    table = pd.read_csv(args.photos + '/keypoints.csv').iloc[:: args.every]
    truth = table.iloc[:, 1:].to_numpy(float).reshape(-1, 68, 2)
    images = [chain.read_rgb(os.path.join(args.photos, name)) for name in table.iloc[:, 0]]
    centre = (truth.min(1) + truth.max(1)) / 2
    diagonal = np.linalg.norm(truth.max(1) - truth.min(1), axis=1)
    eyes = np.linalg.norm(truth[:, 36] - truth[:, 45], axis=1)
    boxes = None
    for spec in [args.detector] + args.points:
        detect = chain.detector(spec)
        found = [detect_at_any_score(detect, image) for image in images]
        index = [nearest(f, c) for f, c in zip(found, centre)]
        hit = np.array([i is not None for i in index])
        five = np.stack([f[2][i] if i is not None else np.zeros((5, 2)) for f, i in zip(found, index)])
        if boxes is None:
            boxes = [
                f[1][i] if i is not None else np.r_[c - d / 3, c + d / 3]
                for f, i, c, d in zip(found, index, centre, diagonal)
            ]
        error = np.linalg.norm(five - chain.five_points(truth), axis=2).mean(1) / diagonal
        print(
            '%s: five points, error / box diagonal: mean %.2f %%, median %.2f %%; %d photos, %d without detection'
            % (spec.split('/')[-1], 100 * error[hit].mean(), 100 * np.median(error[hit]), len(images), (~hit).sum()),
            flush=True,
        )
    for path in args.models:
        model = chain.Landmarker(path, args.rule)
        answer = np.stack([model(image, box) for image, box in zip(images, boxes)])
        nme = 100 * np.linalg.norm(answer - truth, axis=2).mean(1) / eyes
        five = np.linalg.norm(chain.five_points(answer) - chain.five_points(truth), axis=2).mean(1) / diagonal
        again = np.stack([model(image, np.r_[p.min(0), p.max(0)], second=True) for image, p in zip(images, answer)])
        second = 100 * np.linalg.norm(again - truth, axis=2).mean(1) / eyes
        print(
            '%s: NME mean %.2f, median %.2f, > 8 %%: %.1f %%, > 10 %%: %.1f %%; second pass on its own points %.2f; '
            'five points / diagonal %.2f %%'
            % (
                path.split('/')[-1],
                nme.mean(),
                np.median(nme),
                100 * (nme > 8).mean(),
                100 * (nme > 10).mean(),
                second.mean(),
                100 * five.mean(),
            ),
            flush=True,
        )


if __name__ == '__main__':
    main()
