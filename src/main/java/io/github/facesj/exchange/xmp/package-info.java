/**
 * Internal. Names and faces in XMP, as photo programs keep them inside photos and in sidecars
 * beside them.
 */
package io.github.facesj.exchange.xmp;
