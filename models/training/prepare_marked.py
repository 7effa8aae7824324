"""Pack photos with 68 points marked as in 300-W, for train_landmarks.py.

usage: prepare_marked.py --photos FOLDER --detector facesj=facesj-detector.onnx --out marked.npz
FOLDER holds NAME.jpg (or .png) and NAME.pts, coordinates from 1 on as 300-W writes them. Each photo is reduced until
the box of its points is FACE pixels wide or high, and cut to a square of SIDE pixels around it; what lies outside the
photo is black, as in a crop of FacesJ. pack.py says how the file is written."""
import argparse
import glob
import os

import cv2
import numpy as np

import chain
import pack
from prepare import frame_boxes

FACE, SIDE = 140, 320


def read_points(path):
    """The 68 points of a .pts file, (68, 2), with or without the lines around them; in pixels from 0 on, pixel centres
    at whole numbers."""
    text = open(path).read()
    points = np.array(text.split('{')[-1].split('}')[0].split(), float).reshape(-1, 2)
    if points.shape != (68, 2):
        raise ValueError('%s has %d points instead of 68' % (path, len(points)))
    return points - 1


def cut(image, points):
    """The square around the points, and the points in it."""
    low, high = points.min(0), points.max(0)
    scale = min(1, FACE / (high - low).max())
    if scale < 1:
        image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        points = (points + 0.5) * scale - 0.5
    corner = np.round((points.min(0) + points.max(0)) / 2).astype(int) - SIDE // 2
    square = np.zeros((SIDE, SIDE, 3), np.uint8)
    height, width = image.shape[:2]
    x, y = np.maximum(corner, 0), np.minimum(corner + SIDE, (width, height))
    square[x[1] - corner[1] : y[1] - corner[1], x[0] - corner[0] : y[0] - corner[0]] = image[x[1] : y[1], x[0] : y[0]]
    return square, points - corner


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--photos', required=True)
    parser.add_argument('--detector', help='kind=path; without it the boxes are guessed from the points')
    parser.add_argument('--out', required=True)
    parser.add_argument('--quality', type=int, default=92)
    args = parser.parse_args()
    names, images, points = [], [], []
    for path in sorted(glob.glob(os.path.join(args.photos, '*.pts'))):
        base = path[: -len('.pts')]
        photo = next(base + end for end in ('.jpg', '.png') if os.path.exists(base + end))
        image, marked = cut(np.ascontiguousarray(chain.read_rgb(photo)), read_points(path))
        names.append(os.path.basename(base))
        images.append(image)
        points.append(marked)
    tiles = 2
    detect = chain.detector(args.detector) if args.detector else None
    boxes = frame_boxes(images, np.stack(points), detect, tiles, SIDE)
    faces = [np.r_[i, box, chain.five_points(p).ravel(), p.ravel()] for i, (box, p) in enumerate(zip(boxes, points))]
    pack.write(args.out, [('marked', name, image) for name, image in zip(names, images)], faces, args.quality)


if __name__ == '__main__':
    main()
