/**
 * From pixels to faces: decoders for each family of detectors, suppression of doubles, and the
 * search through several views of a picture. Decoders are pure functions of the network's numbers.
 */
package io.github.facesj.detect;
