/** Internal. Commands that know people: galleries, names, the comparison of two faces. */
package io.github.facesj.fiji.command.people;
