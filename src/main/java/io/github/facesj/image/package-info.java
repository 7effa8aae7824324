/**
 * Pixels: whatever a file or an image window holds becomes one upright 8-bit RGB picture here, and
 * is resampled, cropped and turned here.
 */
package io.github.facesj.image;
