/**
 * Internal. How well: figures and curves of verification, landmarks, detection and clustering,
 * checked against scikit-learn on stored scores. Everything here takes numbers and truth, and knows
 * no network.
 */
package io.github.facesj.metrics;
