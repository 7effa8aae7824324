/**
 * Internal. The bridge to plain ImageJ: it shows every SciJava command as an ImageJ plugin, with a
 * dialog and macro options made from the command's own parameter declarations, so no command is
 * written twice. It ships as a jar of its own, because in Fiji the commands are in the menu
 * already.
 */
package io.github.facesj.ij1;
