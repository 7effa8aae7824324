package io.github.facesj.analysis;

import io.github.facesj.api.PublicApi;
import java.util.Optional;

/**
 * Two faces compared.
 *
 * @param distance of the embedder's kind, from 0 on; the smaller, the more alike
 * @param same whether it is within the threshold: one person, as far as the model can tell
 * @param threshold greatest distance of one person
 * @param falseMatch share of pairs of two people that the threshold takes for one, 0 to 1, where
 *     that was measured
 */
@PublicApi
public record Comparison(
    double distance, boolean same, double threshold, Optional<Double> falseMatch) {}
