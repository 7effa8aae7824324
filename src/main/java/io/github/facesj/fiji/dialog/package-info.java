/**
 * Internal. The one dialog in which a person answers the questions of a command, in Fiji and in
 * plain ImageJ alike: which questions there are, how they look, what was answered last, and what
 * the recorder writes of it.
 */
package io.github.facesj.fiji.dialog;
