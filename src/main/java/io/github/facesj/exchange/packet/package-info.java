/**
 * Internal. Where metadata in XMP lie inside of photos: read from all formats that have a place for
 * them, and put into copies of JPEG files. What the metadata say is for {@code exchange.xmp}.
 */
package io.github.facesj.exchange.packet;
