/**
 * Internal. The mains that Maven starts: the demonstration, ImageJ with FacesJ in its menu, a macro
 * without a screen. They alone may print and end the process, and they are in no jar that is
 * shipped.
 */
package io.github.facesj.app;
