/**
 * Internal. The windows of FacesJ, in Swing: they show what the rooms below know and call what they
 * can do. Every window has a macro-able command that does the same without it.
 */
package io.github.facesj.fiji.window;
