"""Pack the training photos into one file that a GPU machine can be sent.

usage: prepare.py --data DATA --detector scrfd=scrfd_2.5g_kps.onnx --out pack.npz
DATA holds detect/ + detect.csv (photos with a teacher's boxes and points), aligned/ (ArcFace crops with a margin of 8
px)
and landmarks68/ + landmarks68.csv (frames with 68 points). The detector gives the boxes of the landmark frames.
pack.npz: WebP bytes of every photo, its kind, name and one row per face: photo, box, five points (NaN = none) and, for
landmark frames, 68 points."""
import argparse
import os

import numpy as np
import pandas as pd

import chain
import pack


def frame_boxes(images, points, detect, tiles=3, side=213):
    """The detector's box of the face in each picture with marked points; nine frames, or `tiles` times `tiles` pictures
    of at most `side` pixels, share one run. A missing box is made from the points."""
    boxes = np.full((len(images), 4), np.nan)
    for start in range(0, len(images) if detect else 0, tiles * tiles):
        canvas = np.zeros((640, 640, 3), np.uint8)
        group = range(start, min(len(images), start + tiles * tiles))
        corner = {i: np.array([(i - start) % tiles * side, (i - start) // tiles * side]) for i in group}
        for i in group:
            height, width = images[i].shape[:2]
            canvas[corner[i][1] : corner[i][1] + height, corner[i][0] : corner[i][0] + width] = images[i][:side, :side]
        _, found, _ = detect(canvas, 0.3)
        for i in group:
            nose = points[i][30] + corner[i]
            hit = [b for b in found if (b[:2] < nose).all() and (b[2:] > nose).all()]
            if hit:
                boxes[i] = hit[0] - np.tile(corner[i], 2)
    low, high = points.min(1), points.max(1)
    shape = np.concatenate([low, high], 1)
    size = (high - low).max(1)[:, None]
    typical = np.nanmedian((boxes - shape) / size, 0) if detect else np.array([-0.03, -0.3, 0.03, 0])
    return np.where(np.isnan(boxes), shape + typical * size, boxes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--data', required=True)
    parser.add_argument('--detector', help='kind=path; without it the boxes are guessed from the points')
    parser.add_argument('--out', required=True)
    parser.add_argument('--quality', type=int, default=88)
    args = parser.parse_args()
    photos, faces = [], []  # (kind, name, RGB); (photo, box 4, points 10, points68 136)
    nothing = lambda n: np.full(n, np.nan)

    table = pd.read_csv(args.data + '/detect.csv')
    labels = dict(tuple(table.groupby('photo')))
    for name in sorted(os.listdir(args.data + '/detect')):
        for row in labels[name].itertuples(index=False) if name in labels else ():
            if row[1] > 0.5:
                faces.append(np.r_[len(photos), row[2:16], nothing(136)])
        photos.append((name.split('_')[0], name, chain.read_rgb('%s/detect/%s' % (args.data, name))))

    template = (chain.ARCFACE + 8).ravel()
    for name in sorted(os.listdir(args.data + '/aligned')):
        kind = 'aligned_p1' if name.startswith('p1') else 'aligned'
        faces.append(np.r_[len(photos), 28, 14, 100, 116, template, nothing(136)])
        photos.append((kind, name, chain.read_rgb('%s/aligned/%s' % (args.data, name))))

    table = pd.read_csv(args.data + '/landmarks68.csv')
    points = table.iloc[:, 1:].to_numpy(float).reshape(-1, 68, 2)
    frames = [chain.read_rgb('%s/landmarks68/%s' % (args.data, name)) for name in table.photo]
    boxes = frame_boxes(frames, points, chain.detector(args.detector) if args.detector else None)
    for name, image, box, p in zip(table.photo, frames, boxes, points):
        faces.append(np.r_[len(photos), box, chain.five_points(p).ravel(), p.ravel()])
        photos.append(('frame', name, image))

    pack.write(args.out, photos, faces, args.quality)


if __name__ == '__main__':
    main()
