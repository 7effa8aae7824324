package io.github.facesj.fiji.parameter;

/**
 * Sentences in lines that fit a small screen: neither ImageJ's message dialog nor Fiji's breaks
 * any.
 */
public final class Lines {

  private static final int LENGTH = 80;

  private Lines() {}

  /**
   * The text with line breaks instead of blanks, where lines would be longer than 80 characters.
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
      lines.append(word);
      column = word.endsWith("\n") ? 0 : column + word.length() + 1;
    }
    return lines.toString();
  }
}
