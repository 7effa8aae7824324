"""SOAP (Vyas et al. 2024): Adam in the eigenbasis of Shampoo's two covariances of the gradient of every matrix.

Maps of one picture have much in common from channel to channel and from cell to cell, so that Adam takes thousands of
steps to learn
even one convolution from its input and output; where the axes are turned first, hundreds are enough."""
import torch


class Soap(torch.optim.Optimizer):
    """Weights of convolutions are read as matrices of outputs x inputs; vectors get Adam as it is."""

    def __init__(self, groups, rate, betas=(0.9, 0.95), every=10, largest=1024):
        super().__init__(groups, dict(lr=rate, weight_decay=0.0))
        self.betas, self.every, self.largest = betas, every, largest

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for weight in group['params']:
                if weight.grad is not None:
                    change = self.change(weight, weight.grad.flatten(1) if weight.ndim > 1 else weight.grad[None])
                    weight.mul_(1 - group['lr'] * group['weight_decay']).sub_(change.view_as(weight), alpha=group['lr'])

    def change(self, weight, gradient):
        """The step of one matrix for a rate of 1."""
        state, (first, second) = self.state[weight], self.betas
        if not state:
            sides = [n if 1 < n <= self.largest else 0 for n in gradient.shape]
            state.update(
                steps=0,
                mean=torch.zeros_like(gradient),
                square=torch.zeros_like(gradient),
                covariance=[gradient.new_zeros(n, n) for n in sides],
                basis=[torch.eye(n).to(gradient) for n in sides],
            )
        state['steps'] += 1
        for covariance, product in zip(
            state['covariance'], (lambda: gradient @ gradient.t(), lambda: gradient.t() @ gradient)
        ):
            if len(covariance):
                covariance.lerp_(product(), 1 - second)
        if state['steps'] == 1 or state['steps'] % self.every == 0:
            state['basis'] = [turned(c, b, state['steps'] == 1) for c, b in zip(state['covariance'], state['basis'])]
        state['mean'].lerp_(gradient, 1 - first)
        there = between(state['basis'], gradient)
        state['square'].lerp_(there * there, 1 - second)
        mean = between(state['basis'], state['mean']) / (1 - first ** state['steps'])
        deviation = (state['square'] / (1 - second ** state['steps'])).sqrt() + 1e-8
        return between([b.t() for b in state['basis']], mean / deviation)


def turned(covariance, basis, anew):
    """The eigenbasis, by one step of power iteration from the one before."""
    if not len(covariance):
        return basis
    return torch.linalg.eigh(covariance)[1] if anew else torch.linalg.qr(covariance @ basis)[0]


def between(basis, matrix):
    """The matrix in another basis of its rows and columns."""
    left, right = basis
    if len(left):
        matrix = left.t() @ matrix
    return matrix @ right if len(right) else matrix
