/**
 * Internal. What commands on an archive need of ImageJ: the face that is asked about, the model
 * that embedded it, pictures of what was found.
 */
package io.github.facesj.fiji.archive;
