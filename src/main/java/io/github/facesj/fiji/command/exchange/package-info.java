/** Internal. Commands that give faces to other programs and take them from there. */
package io.github.facesj.fiji.command.exchange;
