/** Internal. Commands that measure on labelled data. */
package io.github.facesj.fiji.command.evaluate;
