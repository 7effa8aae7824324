"""Training examples with a teacher's answers, made in advance: files of numbers that are written in place.

An example is one row of every file PREFIX.NAME.npy; PREFIX.made.npy says which rows are there. So making can be
stopped and
taken up again, and training can begin before it is finished."""
import os

import numpy as np
import torch

STEP = 100


def opened(prefix, name, shape, kind):
    """A file of numbers to be written in place, made of zeros if it is not there."""
    path = '%s.%s.npy' % (prefix, name)
    if os.path.exists(path):
        return np.load(path, 'r+')
    return np.lib.format.open_memmap(path, 'w+', kind, shape)


def fill(prefix, shapes, count, make):
    """Make what is not there yet. `shapes`: name -> (shape of one example, type); `make(start, number)` gives a dict
    of arrays."""
    files = {name: opened(prefix, name, (count,) + shape, kind) for name, (shape, kind) in shapes.items()}
    made = opened(prefix, 'made', (count,), np.uint8)
    for start in range(0, count, STEP):
        number = min(STEP, count - start)
        if made[start : start + number].all():
            continue
        for name, rows in make(start, number).items():
            files[name][start : start + number] = rows
        made[start : start + number] = 1
        if start // STEP % 10 == 9:
            print(start + number, 'of', count, flush=True)


class Stored:
    """Examples of several files in a new order every time all have been seen."""

    def __init__(self, prefixes, names, seed):
        self.files = {name: [np.load('%s.%s.npy' % (prefix, name), 'r') for prefix in prefixes] for name in names}
        self.made = [np.load('%s.made.npy' % prefix, 'r') for prefix in prefixes]
        self.random, self.order = np.random.default_rng(seed), np.zeros((0, 2), int)

    def there(self):
        """File and row of every example that is there now."""
        return np.concatenate(
            [np.stack([np.full(len(at), i), at], 1) for i, at in enumerate(np.where(made[:])[0] for made in self.made)]
        )

    def batch(self, n):
        """Examples by name, 32 bits; pictures and maps get their channels second."""
        if len(self.order) < n:
            self.order = np.concatenate([self.order, self.random.permutation(self.there())])
        chosen, self.order = self.order[:n], self.order[n:]
        stacks = {
            name: torch.from_numpy(np.stack([files[i][at] for i, at in chosen])) for name, files in self.files.items()
        }
        return {
            name: (stack.permute(0, 3, 1, 2) if stack.ndim == 4 else stack).float() for name, stack in stacks.items()
        }
