package io.github.facesj.table;

/** What the numbers of a column count. */
public enum Unit {
  /** Nothing, or what the column's meaning says. */
  NONE("", 3),
  /** Pixels of the upright photo, from its upper left corner. */
  PIXELS("px", 3),
  /** Degrees. */
  DEGREES("deg", 3),
  /** Radians. */
  RADIANS("rad", 3),
  /** A part of a whole, 0 to 1; rates of errors may be as small as 0.00001. */
  SHARE("1", 6),
  /** A distance of the embedder's kind: of cosines 0 to 2. */
  DISTANCE("1", 6),
  /** Bytes. */
  BYTES("B", 0),
  /** Milliseconds since 1970. */
  MILLISECONDS("ms", 0);

  private final String symbol;
  private final int decimals;

  Unit(String symbol, int decimals) {
    this.symbol = symbol;
    this.decimals = decimals;
  }

  /** As UCUM writes it; empty where there is none. */
  public String symbol() {
    return symbol;
  }

  int decimals() {
    return decimals;
  }
}
