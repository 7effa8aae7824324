"""Recall of detectors on photos turned by some angles, without turning the input back.

usage: eval_rotation.py --photos landmarks68-test [--every 5] facesj=model.onnx yunet=...
A face counts as found when a detection at the usual threshold has its centre within a quarter of the true box's
diagonal
of the true face's centre and 0.4..2.5 times its area. Photos get a black border so that nothing is cut off."""
import argparse
import os

import cv2
import numpy as np
import pandas as pd

import chain

ANGLES = (0, -30, 30, 90, 180, 270)


def turned(image, points, angle):
    """The photo turned about its centre on a larger black square, and its points."""
    height, width = image.shape[:2]
    side = int(np.ceil(np.hypot(height, width)))
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    matrix[:, 2] += [(side - width) / 2, (side - height) / 2]
    return cv2.warpAffine(np.ascontiguousarray(image), matrix, (side, side)), points @ matrix[:, :2].T + matrix[:, 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--photos', required=True)
    parser.add_argument('--every', type=int, default=5)
    parser.add_argument('models', nargs='+')
    args = parser.parse_args()
    table = pd.read_csv(args.photos + '/keypoints.csv').iloc[:: args.every]
    truth = table.iloc[:, 1:].to_numpy(float).reshape(-1, 68, 2)
    images = [chain.read_rgb(os.path.join(args.photos, name)) for name in table.iloc[:, 0]]
    for spec in args.models:
        detect = chain.detector(spec)
        line = []
        for angle in ANGLES:
            found, error = 0, []
            for image, points in zip(images, truth):
                picture, p = turned(image, points, angle)
                low, high = p.min(0), p.max(0)
                _, boxes, five = detect(picture, detect.threshold)
                near = (
                    np.linalg.norm((boxes[:, :2] + boxes[:, 2:]) / 2 - (low + high) / 2, axis=1)
                    < np.linalg.norm(high - low) / 4
                )
                ratio = (boxes[:, 2:] - boxes[:, :2]).prod(1) / (high - low).prod()
                hit = np.where(near & (ratio > 0.4) & (ratio < 2.5))[0]
                found += len(hit) > 0
                if len(hit):
                    error.append(
                        np.linalg.norm(five[hit[0]] - chain.five_points(p), axis=1).mean() / np.linalg.norm(high - low)
                    )
            line.append(
                '%d: %.3f (points %.1f %%)' % (angle, found / len(images), 100 * np.mean(error) if error else np.nan)
            )
        print('%s, %d photos, recall by angle: %s' % (spec.split('/')[-1], len(images), ', '.join(line)), flush=True)


if __name__ == '__main__':
    main()
