/** Internal. Commands on the faces of an image or of a folder. */
package io.github.facesj.fiji.command.faces;
