"""Where detector, landmarks and embedder are weak: by size, by how far the head is turned, by skin tone, and by how
the weights are stored.

usage: eval_weak.py --detector facesj=detector.onnx --landmarks landmarks68.onnx [--first 1.03 .14] [--second 1.3]
--photos landmarks68-test
       eval_weak.py --detector ... --landmarks ... --embedder embedder.onnx [--lfw lfw] [--identities celeba-identities]
       eval_weak.py --detector ... --landmarks ... --identities celeba-identities      (the detector)
Instead of a file KIND@CHECKPOINT.pt, also KIND+float16@CHECKPOINT.pt (checkpoint.py). Landmarks are found as FacesJ
does:
once from the detector's box, again from the box of these points. Turned = |left - right| / (left + right) of the
horizontal
distances from the nose tip to the ends of the jaw, 0 from the front, about .5 at 30 degrees. Sizes: heights of the box
of
the points. For the detector photos are reduced until that box is so high. For the embedder one photo of every pair is
reduced until the eyes are so many pixels apart, and enlarged.
Skin tone: individual typology angle (Chardon et al. 1991) of the median colour of the cheeks; for identities the
median of a person's
photos. Light and white balance of a photo change it by much, so that it only sorts roughly."""
import argparse
import os

import cv2
import numpy as np
import pandas as pd

import chain
from boxes import iou
from eval_embedder import Embedding, best_threshold, read_identities, read_pairs
from eval_landmarks import detect_at_any_score, nearest

TURNED = [0, 0.2, 0.4, 0.6, 1.01]
TONES = [-90, 10, 28, 41, 91]  # brown and dark, tan, intermediate, light and very light
HEIGHTS = (48, 24, 16, 12)
CHEEKS = ((2, 4, 48, 31, 41), (14, 12, 54, 35, 46))


class Looker:
    """Photo and a place on it -> the 68 points of the face there, by two looks."""

    def __init__(self, args):
        self.detect, self.landmarks = chain.detector(args.detector), chain.Landmarker(
            args.landmarks, tuple(args.first), (args.second, 0)
        )

    def __call__(self, image, place):
        found = detect_at_any_score(self.detect, image)
        index = nearest(found, place)
        if index is None:
            return None
        return self.landmarks.twice(image, found[1][index])


def turned(points):
    """How far heads are turned to the side, 0..1."""
    left, right = points[..., 30, 0] - points[..., 0, 0], points[..., 16, 0] - points[..., 30, 0]
    return np.abs(left - right) / np.maximum(np.abs(left) + np.abs(right), 1e-6)


def tone(image, points):
    """Individual typology angle in degrees of the cheeks of an RGB picture; NaN for a grey one."""
    mask = np.zeros(image.shape[:2], np.uint8)
    for cheek in CHEEKS:
        cv2.fillConvexPoly(mask, points[list(cheek)].round().astype(np.int32), 1)
    lightness, a, b = np.median(
        cv2.cvtColor(np.ascontiguousarray(image).astype(np.float32) / 255, cv2.COLOR_RGB2LAB)[mask > 0], 0
    )
    return np.degrees(np.arctan2(lightness - 50, b)) if abs(a) + abs(b) > 1 else np.nan


def table(name, by, values, edges):
    """Means of the values whose `by` lies between neighbouring edges."""
    for low, high in zip(edges, edges[1:]):
        chosen = (by >= low) & (by < high)
        print(
            '%s %g..%g: %s (%d)'
            % (name, low, min(high, by.max()), '%.2f' % values[chosen].mean() if chosen.any() else '-', chosen.sum()),
            flush=True,
        )


def of_landmarks(look, folder):
    """NME in per cent of the outer eye distance, by size and turn."""
    photos = pd.read_csv(folder + '/keypoints.csv')
    truth = photos.iloc[:, 1:].to_numpy(float).reshape(-1, 68, 2)
    answers = [
        look(chain.read_rgb(os.path.join(folder, name)), (t.min(0) + t.max(0)) / 2)
        for name, t in zip(photos.iloc[:, 0], truth)
    ]
    seen = np.array([a is not None for a in answers])
    truth = truth[seen]
    error = 100 * np.linalg.norm(np.stack([a for a in answers if a is not None]) - truth, axis=2).mean(1)
    error /= np.linalg.norm(truth[:, 36] - truth[:, 45], axis=1)
    print('NME %.2f, median %.2f, %d of %d photos' % (error.mean(), np.median(error), seen.sum(), len(seen)))
    table('height in pixels', np.ptp(truth[:, :, 1], 1), error, [0, 45, 60, 80, 110, 1e9])
    table('turned', turned(truth), error, TURNED)
    images = [chain.read_rgb(os.path.join(folder, name)) for name in photos.iloc[:, 0][seen]]
    table('skin tone', np.array([tone(image, t) for image, t in zip(images, truth)]), error, TONES)


def of_detector(look, folder):
    """Share of the faces found at the detector's threshold (IoU with the box of their points at least 0.3), by size,
    then by skin tone."""
    images, person = read_identities(folder)
    images = list(images)
    points = [look(image, np.array(image.shape[1::-1]) / 2) for image in images]
    tones = (
        pd.Series([tone(image, p) for image, p in zip(images, points)]).groupby(person).transform('median').to_numpy()
    )
    for height in HEIGHTS:
        found = []
        for image, p in zip(images, points):
            scale = height / np.ptp(p[:, 1])
            small = cv2.resize(np.ascontiguousarray(image), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
            boxes = look.detect(small, look.detect.threshold)[1]
            found.append(len(boxes) and iou(scale * np.r_[p.min(0), p.max(0)], boxes).max() >= 0.3)
        found = 100.0 * np.array(found, bool)
        print('%d pixels high: %.2f %% of %d found' % (height, found.mean(), len(found)), flush=True)
        table('skin tone', tones, found, TONES)


def of_embedder(look, path, folder):
    """Right answers at the threshold that is best on the whole photos, by size of the second face and by turn."""
    model, pairs = Embedding(path), read_pairs(folder)
    crops, sides = {}, {}
    for photo in sorted({p for pair in pairs for p in pair[:2]}):
        image = chain.read_rgb(photo)
        points = look(image, np.array(image.shape[1::-1]) / 2)
        sides[photo] = turned(points)
        crops[photo] = chain.align(image, chain.five_points(points))
    same = np.array([pair[2] for pair in pairs])
    whole = {photo: model(crop)[1] for photo, crop in crops.items()}
    scores = np.array([whole[a] @ whole[b] for a, b, _ in pairs])
    threshold = best_threshold(scores, same)
    right = 100.0 * ((scores > threshold) == same)
    print(
        '%s: %.2f %% at %.3f, best on these %d pairs' % (path.split('/')[-1], right.mean(), threshold, len(pairs)),
        flush=True,
    )
    table('more turned of the two', np.array([max(sides[a], sides[b]) for a, b, _ in pairs]), right, TURNED)
    for apart in (24, 16, 12, 8):  # in the aligned crop the eyes are 35 px apart
        size = round(112 * apart / 35.2)
        small = lambda crop: cv2.resize(
            cv2.resize(crop, (size, size), interpolation=cv2.INTER_AREA), (112, 112), interpolation=cv2.INTER_LINEAR
        )
        reduced = {b: model(small(crops[b]))[1] for b in {pair[1] for pair in pairs}}
        scores = np.array([whole[a] @ reduced[b] for a, b, _ in pairs])
        print(
            'eyes %d px apart in one photo: %.2f %%, same people accepted %.1f %%, others accepted %.1f %%'
            % (
                apart,
                100 * ((scores > threshold) == same).mean(),
                100 * (scores[same] > threshold).mean(),
                100 * (scores[~same] > threshold).mean(),
            ),
            flush=True,
        )


def of_tones(look, path, folder):
    """Pairs of identities at the threshold at which 1 % of those of different people are taken for one, by skin
    tone."""
    model, (images, person) = Embedding(path), read_identities(folder)
    vectors, tones = [], []
    for image in images:
        points = look(image, np.array(image.shape[1::-1]) / 2)
        vectors.append(model(chain.align(image, chain.five_points(points)))[1])
        tones.append(tone(image, points))
    shade = pd.Series(tones).groupby(person).median().to_numpy()
    group = np.digitize(shade, TONES) - 1
    print('people by tone, dark first:', np.bincount(group, minlength=len(TONES) - 1).tolist())
    first, second = np.triu_indices(len(person), 1)
    scores = (np.stack(vectors) @ np.stack(vectors).T)[first, second]
    same = person[first] == person[second]
    threshold = np.quantile(scores[~same], 0.99)
    print('threshold %.3f: 1 %% of all pairs of different people are accepted' % threshold)
    for one in range(len(TONES) - 1):
        chosen = (group[person[first]] == one) & (group[person[second]] == one)
        if chosen.any():
            accepted = scores[chosen] > threshold
            print(
                'tone %g..%g: same people accepted %.1f %% (%d pairs), others of this tone accepted %.2f %% (%d)'
                % (
                    *TONES[one : one + 2],
                    100 * accepted[same[chosen]].mean(),
                    same[chosen].sum(),
                    100 * accepted[~same[chosen]].mean(),
                    (~same[chosen]).sum(),
                ),
                flush=True,
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--detector', required=True)
    parser.add_argument('--landmarks', required=True)
    parser.add_argument('--first', type=float, nargs=2, default=(1.03, 0.14), help='as in the card')
    parser.add_argument('--second', type=float, default=1.3, help='as in the card')
    parser.add_argument('--photos')
    parser.add_argument('--embedder')
    parser.add_argument('--lfw')
    parser.add_argument('--identities')
    args = parser.parse_args()
    look = Looker(args)
    if args.photos:
        of_landmarks(look, args.photos)
    if args.lfw:
        of_embedder(look, args.embedder, args.lfw)
    if args.identities and args.embedder:
        of_tones(look, args.embedder, args.identities)
    elif args.identities:
        of_detector(look, args.identities)


if __name__ == '__main__':
    main()
