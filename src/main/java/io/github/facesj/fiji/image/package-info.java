/** Internal. Image windows become pixels and positions in stacks here. */
package io.github.facesj.fiji.image;
