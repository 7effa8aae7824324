/**
 * The values everything else speaks of: boxes, landmarks, embeddings, faces. They are immutable,
 * know only the JDK, and are in pixels of the upright image: 0-based, origin at the top left
 * corner, x to the right, y down, the centre of the first pixel at (0.5, 0.5).
 */
package io.github.facesj.face;
