/**
 * Internal. What the bytes of each format of photos say before anything is decoded: where pixels
 * begin and end, how much work and memory they are, and whether all of them are there.
 */
package io.github.facesj.photo.format;
