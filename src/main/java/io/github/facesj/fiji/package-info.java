/**
 * Everything that knows ImageJ or SciJava, except the commands: image windows become pixels here,
 * and faces become overlays, ROIs and tables. The only room in which {@code ij} is spoken.
 */
package io.github.facesj.fiji;
