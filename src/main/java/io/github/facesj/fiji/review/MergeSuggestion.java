package io.github.facesj.fiji.review;

/**
 * Are these two the same person?
 *
 * @param a id of a cluster
 * @param b id of another
 * @param likeness cosine of their middles, -1 to 1
 */
record MergeSuggestion(long a, long b, double likeness) {}
