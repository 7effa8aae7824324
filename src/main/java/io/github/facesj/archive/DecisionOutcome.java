package io.github.facesj.archive;

import java.util.Set;

/**
 * What became of a decision that was made, taken back, or made again.
 *
 * @param decision the decision
 * @param faces ids of the faces that may be elsewhere now, or gone, or here again, in their order
 */
public record DecisionOutcome(Decision decision, Set<Long> faces) {}
