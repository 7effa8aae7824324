package io.github.facesj.run;

import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;

/**
 * Why something failed, as a part of a sentence. Libraries say it in words of all kinds: names of
 * classes, {@code null}, bytes of the broken file. What a person cannot read is not handed on.
 */
public final class Reason {

  private static final int LONGEST = 300;
  private static final int LONGEST_QUOTE = 40;

  private static final String UNKNOWN = "what it holds does not fit together";

  /** Letters, digits, blanks and the signs of ordinary text, of any script. */
  private static final Pattern READABLE =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} &&[^\ufffd]]+");

  /** Names with dots and a capital, names of exceptions, objects with their address, nothing. */
  private static final Pattern FOR_PROGRAMMERS =
      Pattern.compile(
          "\\b(?:[a-z]\\w*[.]){2,}[A-Z]\\w*|\\b\\w+(?:Exception|Error)\\b|\\w@[0-9a-f]{4,}"
              + "|\\bnull\\b|\\[[BCDFIJSZ]\\b|\\.(?:java|cc|cpp|hpp|h|c):\\d+|::|\\w\\(\\)");

  /** How SQLite's messages begin. */
  private static final Pattern CODE = Pattern.compile("^\\[[A-Z_]+\\] ");

  /** What cannot be shown; marks of writing direction and joiners belong to texts. */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\ufffd\ufeff]");

  private Reason() {}

  /**
   * The reason in one line, without a full stop, such as {@code its end is missing}.
   *
   * @param cause what was thrown
   */
  public static String of(Throwable cause) {
    if (cause instanceof EOFException) {
      return "its end is missing";
    }
    if (cause instanceof OutOfMemoryError) {
      return "there is not enough memory";
    }
    if (cause instanceof StackOverflowError) {
      return "it is nested too deeply";
    }
    if (cause instanceof FileSystemException e) {
      return ofFile(e);
    }
    if (cause instanceof NumberFormatException) {
      return "a number is expected where there is none";
    }
    if (cause instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    }
    String said = of(cause.getMessage());
    return said.equals(UNKNOWN) && cause.getCause() != null ? of(cause.getCause()) : said;
  }

  private static String ofFile(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    return of(e.getReason());
  }

  /** What a library said, if a person can read it. */
  public static String of(String message) {
    if (message == null) {
      return UNKNOWN;
    }
    String line = CODE.matcher(message.strip().split("\\R", 2)[0]).replaceFirst("");
    line = line.replaceAll("\\s+", " ");
    line = line.replaceAll("[.:;,\\s]+$", "");
    if (!READABLE.matcher(line).matches() || FOR_PROGRAMMERS.matcher(line).find()) {
      return UNKNOWN;
    }
    return shortened(line, LONGEST);
  }

  /**
   * A text that came from a file, in quotes: without what cannot be shown, and not too long.
   *
   * @param text may hold anything
   */
  public static String quote(String text) {
    String shown = shortened(text, LONGEST_QUOTE).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}\ufffd]", "?");
    return "\"" + shown + "\"";
  }

  /** A sentence in which names of files and people may stand, with ? for what cannot be shown. */
  static String printable(String sentence) {
    return UNSHOWN.matcher(sentence.replaceAll("[\\t\\n\\r]+", " ")).replaceAll("?");
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "...";
  }
}
