"""What a detector is to say of a picture: YuNet n's answers, the same for a picture and its mirror image, with scores
that a stronger detector has judged."""
import torch

from boxes import iou, suppressed
from networks import decode, distances

SMALL, TINY = 16, 8  # pixels: the score of a smaller face fades, that of a tiny one is a tenth


def mirrored(answer):
    """A map of 15 as it is for the mirror image."""
    points = answer[:, 5:].unflatten(1, (5, 2))[:, [1, 0, 2, 4, 3]] * answer.new_tensor([-1, 1]).view(1, 1, 2, 1, 1)
    return torch.cat([answer[:, :1], answer[:, [3, 2, 1, 4]], points.flatten(1, 2)], 1).flip(3)


def evenhanded(answers, others):
    """The mean of two answers, that of the scores being plain and that of the places weighted with the scores."""
    result = []
    for one, other in zip(answers, others):
        a, b = one[:, :1].sigmoid(), other[:, :1].sigmoid()
        places = (a * one[:, 1:] + b * other[:, 1:]) / (a + b).clamp(min=1e-6)
        result.append(torch.cat([torch.logit((a + b) / 2, 1e-6), places], 1))
    return result


def strongest(scores, boxes, looked=800, most=100, threshold=0.05, overlap=0.45):
    """Greedy non-maximum suppression of a whole batch: scores (n, most), zero where there is no face more, and boxes
    (n, most, 4)."""
    take = lambda box, at: box.gather(1, at[:, :, None].expand(-1, -1, 4))
    score, at = scores.topk(min(looked, scores.shape[1]), 1)
    box = take(boxes, at)
    kept = suppressed(score > threshold, box, overlap)
    score, at = (score * kept).topk(min(most, score.shape[1]), 1)
    return score, take(box, at)


def judged(score, boxes, sure, faces):
    """Scores (n, N) moved half way to those, `sure` (n, m), of another detector's `faces` (n, m, 4)."""
    overlap = iou(boxes[:, :, None], faces[:, None]) * (sure > 0)[:, None]
    best_of_face = (score[:, :, None] * (overlap >= 0.5)).amax(1)
    factor = ((best_of_face + sure) / 2 / best_of_face.clamp(min=0.05)).clamp(0.5, 4)
    best, which = overlap.max(2)
    alone = (best < 0.35) & (side(boxes) >= 12)
    return (score * torch.where(best >= 0.5, factor.gather(1, which), torch.where(alone, 0.5, 1.0))).clamp(max=0.99)


def side(boxes):
    """The shorter side."""
    return torch.minimum(boxes[..., 2] - boxes[..., 0], boxes[..., 3] - boxes[..., 1])


def faded(score, boxes):
    """Scores of faces that are too small for landmarks and embeddings taken back."""
    return score * ((side(boxes) - TINY) / (SMALL - TINY)).clamp(0.1, 1)


@torch.no_grad()
def goals(pictures, yunet, judge):
    """Maps of 15 for pictures (n, 3, h, w). `yunet` as in teachers.detector_teacher; the `judge` sees the pictures at
    twice their size."""
    asked = lambda x: [distances(answer.float()) for answer in yunet.parts(x)[-3:]]
    answers = evenhanded(asked(pictures), [mirrored(answer) for answer in asked(pictures.flip(3))])
    sure, faces = strongest(
        *judge.faces(torch.nn.functional.interpolate(pictures, scale_factor=2.0, mode='bilinear', align_corners=False))
    )
    logits, boxes, _ = decode(answers)
    scores = [
        faded(judged(score, box, *theirs), box)
        for score, box, *theirs in zip(*(v.split(32) for v in (logits.sigmoid(), boxes, sure, faces / 2)))
    ]
    logits = torch.logit(torch.cat(scores), 1e-6)
    sizes = [answer[0, 0].numel() for answer in answers]
    return [
        torch.cat([logit.view_as(answer[:, :1]), answer[:, 1:]], 1)
        for logit, answer in zip(logits.split(sizes, 1), answers)
    ]
