package io.github.facesj.fiji.parameter;

/**
 * Sentences in lines that fit a small screen: neither ImageJ's message dialog nor Fiji's breaks
 * any.
 */
public final class Lines {

  /** The most characters in a line. */
  static final int LENGTH = 80;

  private Lines() {}

  /**
   * The text with line breaks instead of blanks where lines would be longer than 80 characters, and
   * within words, such as paths, that are longer themselves.
   */
  public static String wrap(String text) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split("(?<=\n)|[ ]")) {
      if (column > 0 && column + word.length() > LENGTH) {
        lines.append('\n');
        column = 0;
      } else if (column > 0) {
        lines.append(' ');
      }
      String left = word;
      while (left.strip().length() > LENGTH) {
        int end = end(left);
        lines.append(left, 0, end).append('\n');
        left = left.substring(end);
      }
      lines.append(left);
      column = left.endsWith("\n") ? 0 : column + left.length() + 1;
    }
    return lines.toString();
  }

  /** Where the first line of a long word ends: after a part of a path, if it has any. */
  private static int end(String word) {
    int slash = Math.max(word.lastIndexOf('/', LENGTH - 1), word.lastIndexOf('\\', LENGTH - 1));
    return slash > 0 ? slash + 1 : LENGTH;
  }
}
