/**
 * Internal. Runs on labelled data: photos whose faces, points or people are known go in, figures
 * come out, with every photo that could not be counted named.
 */
package io.github.facesj.evaluation;
