"""A sheet of photos with detections, their points and 68 landmarks, to be looked at.

usage: contact_sheet.py --detector facesj=detector.onnx [--landmarks landmarks68.onnx] --out sheet.png photo ..."""
import argparse

import cv2
import numpy as np

import chain


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--detector', required=True)
    parser.add_argument('--landmarks')
    parser.add_argument('--first', type=float, nargs=2, default=(1.03, 0.14), help='as in the card')
    parser.add_argument('--second', type=float, default=1.3, help='as in the card')
    parser.add_argument('--threshold', type=float)
    parser.add_argument('--long', type=int, default=640, help='long side at which larger photos are searched')
    parser.add_argument('--tile', type=int, default=360)
    parser.add_argument('--columns', type=int, default=5)
    parser.add_argument('--out', required=True)
    parser.add_argument('photos', nargs='+')
    args = parser.parse_args()
    detect = chain.detector(args.detector)
    landmarks = chain.Landmarker(args.landmarks, tuple(args.first), (args.second, 0)) if args.landmarks else None
    tiles = []
    for path in args.photos:
        image = np.ascontiguousarray(chain.read_rgb(path))
        scale = args.long / max(image.shape[:2])
        if scale < 1:
            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        scores, boxes, points = detect(image, args.threshold or detect.threshold)
        zoom = args.tile / max(image.shape[:2])
        picture = cv2.resize(image, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA)
        for score, box, five in zip(scores, boxes, points):
            corner = tuple(int(v) for v in box * zoom)
            cv2.rectangle(picture, corner[:2], corner[2:], (0, 255, 0), 1)
            cv2.putText(
                picture, '%.2f' % score, (corner[0], corner[1] - 2), cv2.FONT_HERSHEY_SIMPLEX, 0.32, (255, 255, 0), 1
            )
            dots = landmarks.twice(image, box) if landmarks else five
            for x, y in dots * zoom:
                cv2.circle(
                    picture, (int(round(x)), int(round(y))), 1, (255, 0, 0) if landmarks is None else (0, 255, 255), -1
                )
        tiles.append(chain.pad(picture, size=(args.tile, args.tile)))
        print(path.split('/')[-1], len(scores), 'faces', ' '.join('%.2f' % s for s in scores[:12]))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % args.columns)
    rows = [np.concatenate(tiles[i : i + args.columns], 1) for i in range(0, len(tiles), args.columns)]
    cv2.imwrite(args.out, np.concatenate(rows)[:, :, ::-1])


if __name__ == '__main__':
    main()
