/**
 * Internal. Pictures made from faces: faces covered so that nobody knows them, pictures laid on
 * faces, labels and colours for them. Pixels in, pixels out; who is to be covered or named is
 * decided by others.
 */
package io.github.facesj.picture;
