package io.github.facesj.table;

/**
 * Keeps spreadsheets from taking texts for formulas: a text that begins with {@code = + - @}, a tab
 * or a carriage return gets an apostrophe before it, as does one that begins with an apostrophe.
 * Reading takes exactly those apostrophes away again, so that what other programs mean by one in
 * {@code 'a'.jpg} stays.
 */
final class FormulaGuard {

  private static final String RISKY = "=+-@\t\r'";

  private FormulaGuard() {}

  static String guarded(String text) {
    return isRisky(text, 0) ? "'" + text : text;
  }

  static String unguarded(String cell) {
    return cell.startsWith("'") && isRisky(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean isRisky(String text, int at) {
    return text.length() > at && RISKY.indexOf(text.charAt(at)) >= 0;
  }
}
