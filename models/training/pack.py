"""The packed file of prepare.py and prepare_marked.py: written; and read, which photos are chosen, their pixels and
their faces."""
import os

import cv2
import numpy as np

KINDS = ('wild', 'neg', 'p1', 'aligned', 'aligned_p1', 'frame', 'marked')
BY_PERSON = ('frame', 'marked')  # a name is the person or the photo, an underscore and a number


def held_out(kind, name, share=25, rest=0):
    """Whether a photo, or for those with 68 marked points the person, is kept for validation: about one of `share`."""
    key = name.rsplit('_', 1)[0] if kind in BY_PERSON else name
    return sum(ord(c) * (i + 1) for i, c in enumerate(key)) % share == rest


class Pack:
    """Photos of some kinds; `part` is 'train', 'val' or 'all', `split` the share and rest of held_out.

    `chosen`: the photos' numbers in the file, with `kind` and `name` of each. `faces`: one row for each face on them,
    photo (a
    position in `chosen`), box 4, five points 10 and, NaN where none are marked, 68 points."""

    def __init__(self, path, kinds=KINDS, part='all', split=(25, 0), limit=None):
        pack = np.load(path)
        names = [KINDS[k] for k in pack['kind']]
        self.chosen = np.array(
            [
                i
                for i, (kind, name) in enumerate(zip(names, pack['name']))
                if kind in kinds and (part == 'all' or held_out(kind, str(name), *split) == (part == 'val'))
            ]
        )
        if limit and limit < len(self.chosen):
            self.chosen = self.chosen[np.linspace(0, len(self.chosen) - 1, limit).astype(int)]
        self.kind = [names[i] for i in self.chosen]
        self.name = [str(n) for n in pack['name'][self.chosen]]
        data, ends = pack['data'], pack['ends']
        starts = np.r_[0, ends[:-1]]
        self.encoded = [data[starts[i] : ends[i]] for i in self.chosen]
        position = np.full(len(names), -1)
        position[self.chosen] = np.arange(len(self.chosen))
        self.faces = pack['faces'].copy()
        self.faces[:, 0] = position[self.faces[:, 0].astype(int)]
        self.faces = self.faces[self.faces[:, 0] >= 0]

    def photo(self, i):
        """(height, width, 3) RGB bytes of the photo at a position in `chosen`."""
        return decoded(self.encoded[i])


def write(path, photos, faces, quality):
    """Write photos (kind, name, RGB) and faces, one row for each: photo, box 4, five points 10, 68 points."""
    as_bytes = lambda image: cv2.imencode(
        '.webp', np.ascontiguousarray(image[:, :, ::-1]), [cv2.IMWRITE_WEBP_QUALITY, quality]
    )[1].ravel()
    encoded = [as_bytes(image) for _, _, image in photos]
    np.savez(
        path,
        data=np.concatenate(encoded),
        ends=np.cumsum([len(e) for e in encoded]),
        kind=np.array([KINDS.index(kind) for kind, _, _ in photos], np.uint8),
        name=np.array([name for _, name, _ in photos]),
        size=np.array([image.shape[1::-1] for _, _, image in photos], np.int16),
        faces=np.stack(faces).astype(np.float32),
    )
    print(len(photos), 'photos', len(faces), 'faces', os.path.getsize(path) >> 20, 'MiB')


def decoded(encoded):
    """The pixels of a photo, (height, width, 3) RGB bytes."""
    return cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
