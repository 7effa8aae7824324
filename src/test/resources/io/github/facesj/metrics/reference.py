"""Makes scores.csv and expected.properties: what scikit-learn and NumPy say of stored distances.

Run with scikit-learn 1.9.1 and NumPy 2.4.6:  python reference.py
"""
import csv
import math
import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score, roc_curve
from sklearn.model_selection import KFold

rng = np.random.default_rng(20261121)
n = 1500
same = rng.random(n) < 0.4
distance = np.where(same, rng.normal(0.55, 0.16, n), rng.normal(0.95, 0.12, n))
distance = np.clip(np.round(distance, 2), 0, 2)  # rounded, so that there are many ties
fold = np.arange(n) * 10 // n

with open("scores.csv", "w", newline="") as f:
    w = csv.writer(f)
    w.writerow(["distance", "same", "fold"])
    for row in zip(distance, same.astype(int), fold):
        w.writerow(row)

expected = {}
score = -distance
fpr, tpr, _ = roc_curve(same, score, drop_intermediate=False)
expected["auc"] = roc_auc_score(same, score)
fnr = 1 - tpr
i = np.nonzero(fnr - fpr <= 0)[0][0]
t = (fnr[i - 1] - fpr[i - 1]) / ((fnr[i - 1] - fpr[i - 1]) - (fnr[i] - fpr[i]))
expected["eer"] = fpr[i - 1] + t * (fpr[i] - fpr[i - 1])
for far in (1e-1, 1e-2, 1e-3):
    expected[f"tar.{far}"] = tpr[fpr <= far].max()


def best(d, s):
    """Every midpoint and both ends, counted one by one."""
    u = np.unique(d)
    candidates = np.concatenate([[u[0] - 1e-6], (u[1:] + u[:-1]) / 2, [u[-1] + 1e-6]])
    right = np.array([np.sum((d < c) == s) for c in candidates])
    return candidates[np.nonzero(right == right.max())[0][-1]], right.max() / len(d)


expected["best.threshold"], expected["best.accuracy"] = best(distance, same)
accuracies = []
for train, test in KFold(n_splits=10, shuffle=False).split(distance):
    threshold, _ = best(distance[train], same[train])
    accuracies.append(np.mean((distance[test] < threshold) == same[test]))
expected["folds.mean"] = np.mean(accuracies)
expected["folds.deviation"] = np.std(accuracies, ddof=1)


def wilson(k, m, z=1.959963984540054):
    """The two p for which |k/m - p| = z sqrt(p (1 - p) / m), by the quadratic formula."""
    a, b, c = 1 + z * z / m, -(2 * k / m + z * z / m), (k / m) ** 2
    root = math.sqrt(b * b - 4 * a * c)
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


expected["wilson.low"], expected["wilson.high"] = wilson(37, 412)

# Landmarks: 12 faces of 68 points.
truth = rng.uniform(0, 100, (12, 68, 2)).round(1)
found = (truth + rng.normal(0, 3, truth.shape)).round(1)
with open("landmarks.csv", "w", newline="") as f:
    w = csv.writer(f)
    for a, b in zip(truth, found):
        w.writerow([repr(float(v)) for v in np.concatenate([a.ravel(), b.ravel()])])
d = np.linalg.norm(truth - found, axis=2)
ocular = np.linalg.norm(truth[:, 36] - truth[:, 45], axis=1)
pupil = np.linalg.norm(truth[:, 36:42].mean(1) - truth[:, 42:48].mean(1), axis=1)
box = np.sqrt(np.prod(truth.max(1) - truth.min(1), axis=1))
nme = d.mean(1) / box
expected["nme.ocular"] = np.mean(d.mean(1) / ocular)
expected["nme.pupil"] = np.mean(d.mean(1) / pupil)
expected["nme.box"] = np.mean(nme)
expected["nme.box.median"] = np.median(nme)
expected["nme.box.mouth"] = np.mean(d[:, 48:] / box[:, None])
limit = 0.04
grid = np.linspace(0, limit, 4000001)
cumulative = np.searchsorted(np.sort(nme), grid, side="right") / len(nme)
expected["nme.box.auc"] = np.trapezoid(cumulative, grid) / limit
expected["nme.box.failures"] = np.mean(nme > limit)

with open("expected.properties", "w") as f:
    f.write("# Written by reference.py\n")
    for key, value in expected.items():
        f.write(f"{key}={float(value)!r}\n")
