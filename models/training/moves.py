"""Views of the detector and its answers, mirrored and turned by right angles."""
import torch

from compose import FLIPPED

SWAPPED = [0, 1] + [2 + k for k in FLIPPED]               # a face's corners and points in a mirror image


def moved(faces, move):
    """Faces whose corners and points are moved; rows without a face stay zeros."""
    places = move(faces[..., 1:15].unflatten(2, (7, 2)))
    places = torch.cat([places[..., :2, :].sort(2)[0], places[..., 2:, :]], 2).flatten(2)
    return torch.cat([faces[..., :1], places, faces[..., 15:]], 2) * (faces[..., :1] > 0)


def mirrored(goal, chosen):
    """The chosen ones of a batch of views as their mirror images, with their faces, but not the necks."""
    pictures, faces = goal['pictures'].clone(), goal['faces'].clone()
    pictures[chosen] = pictures[chosen].flip(3)
    last = pictures.shape[-1] - 1
    faces[chosen] = moved(faces[chosen], lambda p: torch.stack([last - p[..., 0], p[..., 1]], -1)[..., SWAPPED, :])
    return {**goal, 'pictures': pictures, 'faces': faces}


def turned(goal, chosen, quarters):
    """The chosen ones of a batch of views turned by so many quarters of a circle against the clock, with their faces."""
    pictures, faces = goal['pictures'].clone(), goal['faces'].clone()
    pictures[chosen] = pictures[chosen].rot90(quarters, (2, 3))
    last = pictures.shape[-1] - 1
    for _ in range(quarters):
        faces[chosen] = moved(faces[chosen], lambda p: torch.stack([p[..., 1], last - p[..., 0]], -1))
    return {**goal, 'pictures': pictures, 'faces': faces}


def answers_turned(answers, chosen, quarters):
    """The maps of 15 that belong to views turned in this way."""
    result = [answer.clone() for answer in answers]
    for answer in result:
        part = answer[chosen]
        for _ in range(quarters):
            part = part.rot90(1, (2, 3))
            x, y = part[:, 5::2], part[:, 6::2]
            part = torch.cat([part[:, :1], part[:, [2, 3, 4, 1]], torch.stack([y, -x], 2).flatten(1, 2)], 1)
        answer[chosen] = part
    return result


def answers_mirrored(answers):
    """The maps of 15 that belong to the mirror images."""
    order = [0, 3, 2, 1, 4, *[5 + 2 * k + c for k in FLIPPED for c in (0, 1)]]
    sign = answers[0].new_tensor([1] * 5 + [-1, 1] * 5).view(1, -1, 1, 1)
    return [answer.flip(3)[:, order] * sign for answer in answers]
