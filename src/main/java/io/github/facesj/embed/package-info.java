/**
 * Internal. Aligned faces into vectors of length one, in batches, and the distances between them.
 * Attributes, which networks read from the same crops, are found here too.
 */
package io.github.facesj.embed;
