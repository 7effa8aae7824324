/** Internal. Faces become ROIs and overlays here, and ROIs become faces. */
package io.github.facesj.fiji.overlay;
