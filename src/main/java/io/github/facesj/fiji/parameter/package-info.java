/**
 * Internal. What commands ask for in words, paths and numbers, and how their errors and their
 * progress are shown.
 */
package io.github.facesj.fiji.parameter;
