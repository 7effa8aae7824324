package io.github.facesj.face;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of people as they come from dialogs, macros, files and folders. Two texts that look the
 * same are the same name: Unicode's composed form (NFC, as macOS and others write names of files in
 * different ways), no blanks around, one blank of the plain kind between words, and nothing that
 * cannot be seen. Joiners of letters stay, which Persian names and others need, and so do capitals.
 */
public final class PersonName {

  /** What stands for a face that nobody knows; no person can be called so. */
  public static final String UNKNOWN = "unknown";

  /** Longer ones are no names, and no table or folder could show them. */
  private static final int LONGEST = 200;

  /** Blanks of any width, ends of lines, tabs. */
  private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\x{85}]+");

  /**
   * Controls; half characters; marks that only turn the direction of writing (UAX 9); what has no
   * width and joins nothing: soft hyphen, zero width space, word joiner, byte order mark.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\x{ad}\\x{61c}\\x{200b}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}"
              + "\\x{2060}\\x{2066}-\\x{2069}\\x{feff}]");

  private PersonName() {}

  /** The name that a text is; empty if it is none. */
  public static String of(String text) {
    String seen = UNSEEN.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("");
    String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip();
  }

  /** The same; a name that stands for nobody is empty. */
  public static String known(String text) {
    String name = of(text);
    return isUnknown(name) ? "" : name;
  }

  /**
   * The name that a person wants to give.
   *
   * @throws IllegalArgumentException if nothing is left, it has more than 200 letters, or stands
   *     for nobody
   */
  public static String given(String text) {
    String name = of(text);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A name must have a letter.");
    }
    if (name.length() > LONGEST) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "A name must be one line of at most %d letters.", LONGEST));
    }
    if (isUnknown(name)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "\"%s\" stands for faces that nobody knows, so it cannot be a person's name. Choose"
                  + " another name.",
              name));
    }
    return name;
  }

  private static boolean isUnknown(String name) {
    return caseless(name).equals(UNKNOWN);
  }

  /** The same for all names that differ in capitals only. */
  public static String caseless(String name) {
    // Capitals of sharp s and others have another form: once more.
    return of(of(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
  }
}
