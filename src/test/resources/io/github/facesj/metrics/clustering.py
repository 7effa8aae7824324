"""Writes clustering.csv (truth and found labels of stored cases) and clustering.properties, what
scikit-learn and NumPy make of them. Run by hand; the tests read only what it wrote."""

import numpy as np
from sklearn.metrics import normalized_mutual_info_score
from sklearn.metrics.cluster import contingency_matrix, pair_confusion_matrix

rng = np.random.default_rng(5)


def blurred(truth, wrong, split):
    """Truth with some faces given to others, and some clusters cut in two."""
    found = truth.copy()
    move = rng.random(len(truth)) < wrong
    found[move] = rng.integers(0, truth.max() + 1, move.sum())
    cut = rng.random(len(truth)) < split
    found[cut] += truth.max() + 1
    return found


zipf = np.minimum(rng.zipf(1.4, 400), 60)
cases = {
    "same": (np.repeat(np.arange(12), 5),) * 2,
    "blurred": (zipf, blurred(zipf, 0.1, 0.2)),
    "split": (zipf, blurred(zipf, 0.0, 0.5)),
    "merged": (zipf, zipf // 3),
    "one": (zipf, np.zeros_like(zipf)),
    "alone": (zipf, np.arange(len(zipf))),
    "chance": (rng.integers(0, 20, 300), rng.integers(0, 30, 300)),
}

with open("clustering.csv", "w") as table, open("clustering.properties", "w") as out:
    for name, (truth, found) in cases.items():
        table.write(",".join([name, "truth", *map(str, truth)]) + "\n")
        table.write(",".join([name, "found", *map(str, found)]) + "\n")
        c = contingency_matrix(truth, found).astype(float)
        n, t, f = c.sum(), c.sum(1), c.sum(0)
        (_, wrong), (missed, right) = pair_confusion_matrix(truth, found).tolist()
        p = right / (right + wrong) if right + wrong else 1.0
        r = right / (right + missed) if right + missed else 1.0
        bp = (c**2 / f[None]).sum() / n
        br = (c**2 / t[:, None]).sum() / n
        values = {
            "pair_precision": p,
            "pair_recall": r,
            "pair_f": 2 * p * r / (p + r) if p + r else 0.0,
            "b3_precision": bp,
            "b3_recall": br,
            "b3_f": 2 * bp * br / (bp + br),
            "nmi": normalized_mutual_info_score(truth, found),
            "purity": c.max(0).sum() / n,
            "coverage": c.max(1).sum() / n,
            "singletons": float((f == 1).sum()),
            "clusters": float((f > 1).sum()),
            "people": float(len(t)),
        }
        for key, value in values.items():
            out.write(f"{name}.{key}={float(value)!r}\n")
