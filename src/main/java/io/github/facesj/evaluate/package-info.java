/**
 * How well: curves and figures of verification, landmarks and detection, checked against
 * scikit-learn on stored scores. Everything here takes numbers and truth, and knows no network.
 */
package io.github.facesj.evaluate;
