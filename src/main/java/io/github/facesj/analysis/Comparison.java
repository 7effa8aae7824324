package io.github.facesj.analysis;

/**
 * Two faces compared.
 *
 * @param distance of the embedder's kind, from 0 on; the smaller, the more alike
 * @param same whether it is within the threshold: one person, as far as the model can tell
 * @param threshold up to which the answer is yes, and what is known of its errors
 */
public record Comparison(double distance, boolean same, MatchThreshold threshold) {}
