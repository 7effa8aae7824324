package io.github.facesj.image;

import io.github.facesj.run.FacesException;
import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Whether text can be drawn into pictures. On Linux a Java without a screen takes its letters from
 * fontconfig, and a machine may have neither that nor a font: then every attempt ends in an error
 * of Java's own.
 */
public final class Fonts {

  /** What is wrong where there are none, and what to do. */
  public static final String NONE =
      "This Java finds no fonts, so that it cannot draw text. Install fontconfig and a font (on"
          + " Debian and Ubuntu: apt install fontconfig fonts-dejavu-core).";

  private Fonts() {}

  /** Tried once, when it is first asked. */
  private static final class Tried {
    static final boolean FOUND = letters();
  }

  /** Whether there are any. */
  public static boolean available() {
    return Tried.FOUND;
  }

  /**
   * Lets only those pass that can draw text.
   *
   * @throws FacesException where there are no fonts
   */
  public static void require() throws FacesException {
    if (!available()) {
      throw FacesException.passing(NONE);
    }
  }

  private static boolean letters() {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      return font.getStringBounds("1", new FontRenderContext(null, true, true)).getWidth() > 0;
    } catch (RuntimeException | LinkageError | InternalError e) {
      return false; // that is the answer: each Java fails in another way
    }
  }
}
