/**
 * Pixels: whatever a file or an image window holds becomes one upright 8-bit RGB picture here, and
 * is resampled, cropped and turned here. Grey, 16-bit, float, composite and CMYK end at this door.
 */
package io.github.facesj.image;
