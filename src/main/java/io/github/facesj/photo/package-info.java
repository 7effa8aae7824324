/**
 * Photos are files: they are listed and read here, upright, whatever their format, within memory
 * and time that are known before. Grey, 16-bit, float and CMYK end at this door.
 */
package io.github.facesj.photo;
