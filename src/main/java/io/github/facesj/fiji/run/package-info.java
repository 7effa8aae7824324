/**
 * Internal. Commands at work: which there are, how far they are, and how they are all stopped, by
 * Esc, by the Cancel button of a window, or because ImageJ quits.
 */
package io.github.facesj.fiji.run;
