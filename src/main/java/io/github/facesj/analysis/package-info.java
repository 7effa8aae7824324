/**
 * The way of a photo in one method, and the run over many photos. Whoever wants faces from Java
 * starts here.
 */
package io.github.facesj.analysis;
