/** Internal. Commands on an archive of a photo collection. */
package io.github.facesj.fiji.command.collection;
