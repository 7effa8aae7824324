"""scikit-learn's DBSCAN on vectors in a .npy file: dbscan.py VECTORS EPS LABELS

Writes one label a line; prints seconds and peak memory in MB.
"""

import resource
import sys
import time

import numpy
from sklearn.cluster import DBSCAN

vectors = numpy.load(sys.argv[1])
start = time.perf_counter()
labels = DBSCAN(eps=float(sys.argv[2]), min_samples=3, metric="cosine", n_jobs=-1).fit_predict(vectors)
seconds = time.perf_counter() - start
numpy.savetxt(sys.argv[3], labels, fmt="%d")
print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
