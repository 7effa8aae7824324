"""Average precision of face detectors on wider-val200, one evaluator for all.

usage: eval_detector.py --photos wider-val200 facesj=model.onnx yunet=... scrfd=...
Only faces with min(width, height) >= --min count; smaller ones are ignore regions: a detection that matches one is
neither right nor wrong, and so is an unmatched detection smaller than --min. IoU 0.5, all-point interpolation."""
import argparse
import os

import numpy as np
import pandas as pd

import chain
from boxes import iou


def average_precision(found, truth, smallest, largest=np.inf):
    """found: (scores, boxes) per photo; truth: boxes per photo -> AP and the sorted (score, right) records."""
    records, total = [], 0
    side = lambda b: np.minimum(b[..., 2] - b[..., 0], b[..., 3] - b[..., 1])
    for (scores, boxes), faces in zip(found, truth):
        counted = (side(faces) >= smallest) & (side(faces) < largest)
        total += counted.sum()
        used = np.zeros(len(faces), bool)
        for score, box in zip(scores, boxes):
            overlap = np.where(used, 0, iou(box, faces)) if len(faces) else np.zeros(0)
            good = np.where(overlap >= 0.5)[0]
            best = good[counted[good]] if counted[good].any() else good
            if len(best):
                match = best[overlap[best].argmax()]
                used[match] = True
                if counted[match]:
                    records.append((score, 1))
            elif smallest <= side(box) < largest:
                records.append((score, 0))
    records = np.array(sorted(records, key=lambda r: -r[0])).reshape(-1, 2)
    right = records[:, 1].cumsum()
    recall, precision = right / max(1, total), right / np.arange(1, len(records) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return float((np.diff(np.r_[0, recall]) * envelope).sum()), records, precision, recall, int(total)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--photos', required=True)
    parser.add_argument('--min', type=float, default=16)
    parser.add_argument('models', nargs='+')
    args = parser.parse_args()
    table = pd.read_csv(args.photos + '/ground_truth.csv')
    truth = {
        name: np.stack([t.x, t.y, t.x + t.width, t.y + t.height], 1).astype(float) for name, t in table.groupby('photo')
    }
    photos = sorted(name for name in os.listdir(args.photos) if name.endswith('.jpg'))
    images = [chain.read_rgb(os.path.join(args.photos, name)) for name in photos]
    faces = [truth.get(name, np.zeros((0, 4))) for name in photos]
    print('| detector | AP >= %g px | AP %g..32 | AP >= 32 | precision / recall at threshold |' % (args.min, args.min))
    for spec in args.models:
        detect = chain.detector(spec)
        found = [detect(image, 0.02)[:2] for image in images]
        ap, records, precision, recall, total = average_precision(found, faces, args.min)
        small = average_precision(found, faces, args.min, 32)
        large = average_precision(found, faces, 32)
        n = max(0, int((records[:, 0] > detect.threshold).sum()) - 1)
        print(
            '| %s | %.1f (%d faces) | %.1f (%d) | %.1f (%d) | %.1f / %.1f at %g |'
            % (
                spec.split('/')[-1],
                100 * ap,
                total,
                100 * small[0],
                small[4],
                100 * large[0],
                large[4],
                100 * precision[n],
                100 * recall[n],
                detect.threshold,
            ),
            flush=True,
        )


if __name__ == '__main__':
    main()
