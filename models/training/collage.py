"""Crisp pictures for the detector: photos beside each other, each in one piece and never much enlarged.

The scenes of compose.py are soft, because small photos fill a large picture; a detector that saw nothing else takes the sharp clutter of real photos for faces."""
import cv2
import numpy as np

from prepare import KINDS, held_out

SHARES = {'wild': .5, 'neg': .3, 'p1': .1, 'frame': .1}
SMALLEST = 40                                   # pixels of a tile that is not split any more


class Collages:
    """Makes pictures of size x size of the photos of a pack; `part` as in bank.py."""

    def __init__(self, path, size, part, seed):
        pack = np.load(path)
        starts, ends, data = np.r_[0, pack['ends'][:-1]], pack['ends'], pack['data']
        self.photos = {kind: [] for kind in SHARES}
        for start, end, kind, name in zip(starts, ends, pack['kind'], pack['name']):
            kind = KINDS[kind]
            if kind in SHARES and (part == 'all' or held_out(kind, str(name)) == (part == 'val')):
                self.photos[kind].append(data[start:end])
        self.size, self.random = size, np.random.default_rng(seed)

    def __call__(self):
        """(size, size, 3) RGB bytes."""
        picture = np.empty((self.size, self.size, 3), np.uint8)
        self.fill(picture, 50 * 8 ** self.random.random())
        return picture

    def fill(self, tile, largest):
        """One photo, or two parts that are filled in turn."""
        height, width = tile.shape[:2]
        if max(height, width) < max(largest * self.random.uniform(.7, 1.4), 2 * SMALLEST):
            tile[:] = self.photo(height, width)
        elif width > height * self.random.uniform(.8, 1.25):
            at = int(width * self.random.uniform(.3, .7))
            self.fill(tile[:, :at], largest)
            self.fill(tile[:, at:], largest)
        else:
            at = int(height * self.random.uniform(.3, .7))
            self.fill(tile[:at], largest)
            self.fill(tile[at:], largest)

    def photo(self, height, width):
        """A part of a photo: squeezed, mirrored, lighter or darker."""
        r = self.random
        kinds = self.photos[r.choice(list(SHARES), p=list(SHARES.values()))]
        photo = cv2.imdecode(kinds[r.integers(len(kinds))], cv2.IMREAD_COLOR)[:, :, ::-1]
        squeeze = np.exp(np.clip(r.normal(0, .2), -.5, .5))
        cover = max(width / (photo.shape[1] * squeeze), height / photo.shape[0])
        zoom = max(cover, min(1, cover * np.exp(r.uniform(0, .6))))
        columns, rows = min(photo.shape[1], round(width / (zoom * squeeze))), min(photo.shape[0], round(height / zoom))
        x, y = r.integers(photo.shape[1] - columns + 1), r.integers(photo.shape[0] - rows + 1)
        part = cv2.resize(photo[y:y + rows, x:x + columns], (width, height), interpolation=cv2.INTER_AREA if zoom < 1 else cv2.INTER_LINEAR)
        if r.random() < .5:
            part = part[:, ::-1]
        return cv2.convertScaleAbs(np.ascontiguousarray(part), alpha=r.uniform(.7, 1.25), beta=r.uniform(0, 15)) if r.random() < .5 else part
