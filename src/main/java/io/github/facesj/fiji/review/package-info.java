/**
 * Internal. The window in which people say who the faces of an archive are: what it shows is a
 * model without any window, and what they decide is in the file at once.
 */
package io.github.facesj.fiji.review;
