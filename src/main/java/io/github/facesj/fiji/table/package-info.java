/** Internal. Tables of faces, galleries and anything with columns as tables of ImageJ. */
package io.github.facesj.fiji.table;
