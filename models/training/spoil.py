"""What cameras, scanners and compression do to one picture, in bytes and with OpenCV: the cheap brother of degrade.py
for a CPU."""
import cv2
import numpy as np


def grey(picture):
    """Without colour, still of three channels."""
    return cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def coarse(picture, share):
    """With this share of its rows and columns, enlarged again."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(8, int(width * share)), max(8, int(height * share))), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height))


class Spoil:
    """Light, colour, grey, blur, lost resolution, noise, JPEG and, for a share of `blocked`, a block in the way."""

    def __init__(self, random, blocked):
        self.random, self.blocked = random, blocked
        self.static = random.normal(0, 1, (256, 256, 3)).astype(np.float32)

    def __call__(self, picture):
        """Another (size, size, 3) RGB picture; at most 256 pixels wide."""
        r, size = self.random, len(picture)
        if r.random() < 0.7:
            table = ((np.arange(256, dtype=np.float32) - 128) * r.uniform(0.6, 1.4) + 128 + r.uniform(-40, 40))[:, None]
            if r.random() < 0.5:
                table = table * r.uniform(0.85, 1.15, (1, 3))
            picture = cv2.LUT(picture, np.broadcast_to(table, (256, 3)).clip(0, 255).astype(np.uint8)[None])
        if r.random() < 0.15:
            picture = grey(picture)
        kind = r.random()
        if kind < 0.1:
            picture = cv2.GaussianBlur(picture, (0, 0), r.uniform(0.5, 1.8))
        elif kind < 0.2:
            picture = coarse(picture, r.uniform(0.25, 0.7))
        elif kind < 0.3:
            x, y = r.integers(0, 256 - size, 2)
            picture = cv2.add(picture, self.static[y : y + size, x : x + size] * r.uniform(2, 14), dtype=cv2.CV_8U)
        elif kind < 0.4:
            quality = [cv2.IMWRITE_JPEG_QUALITY, int(r.integers(15, 70))]
            picture = cv2.imdecode(cv2.imencode('.jpg', picture, quality)[1], cv2.IMREAD_COLOR)
        if r.random() < self.blocked:
            width, height = r.integers(8, 48, 2)
            x, y = r.integers(0, size - width), r.integers(0, size - height)
            picture = picture.copy()
            picture[y : y + height, x : x + width] = r.integers(0, 256, 3)
        return picture
