/**
 * Internal. The points of a face: 68, 98 or 106 by a landmark network, and where the head is turned
 * to, from the points or by a network of its own.
 */
package io.github.facesj.landmark;
