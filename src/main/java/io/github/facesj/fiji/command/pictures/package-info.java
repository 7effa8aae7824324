/** Internal. Commands that make pictures from faces: covered, decorated, labelled. */
package io.github.facesj.fiji.command.pictures;
