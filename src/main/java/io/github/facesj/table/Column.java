package io.github.facesj.table;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands in a column of a table: its name, its type, its unit and what it means. Files,
 * Results tables and their descriptions are all made from it. Names are for programs and never
 * change.
 *
 * @param <T> of a cell: String, or Number for whole and for decimal numbers
 */
public final class Column<T> {

  /** What a cell can hold. */
  public enum Type {
    /** Letters; a text {@code 1} stays one. */
    TEXT,
    /** A number without decimals. */
    WHOLE,
    /** A number with decimals; files have all digits, which name the number and no other. */
    DECIMAL
  }

  private final String name;
  private final Type type;
  private final Unit unit;
  private final String meaning;

  private Column(String name, Type type, Unit unit, String meaning) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = type;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** A column of texts. */
  public static Column<String> text(String name, String meaning) {
    return new Column<>(name, Type.TEXT, Unit.NONE, meaning);
  }

  /** A column of whole numbers: counts, or numbers of things. */
  public static Column<Number> whole(String name, String meaning) {
    return new Column<>(name, Type.WHOLE, Unit.NONE, meaning);
  }

  /** A column of whole numbers that have a unit. */
  public static Column<Number> whole(String name, Unit unit, String meaning) {
    return new Column<>(name, Type.WHOLE, unit, meaning);
  }

  /** A column of decimal numbers. */
  public static Column<Number> decimal(String name, Unit unit, String meaning) {
    return new Column<>(name, Type.DECIMAL, unit, meaning);
  }

  /** The same column among several of its kind, such as {@code distance1}. */
  public Column<T> numbered(int number) {
    return new Column<>(name + number, type, unit, meaning);
  }

  /** The heading, in lower case. */
  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public Unit unit() {
    return unit;
  }

  /** In a sentence's part, such as {@code number of the face in its picture, from 1}. */
  public String meaning() {
    return meaning;
  }

  /** Whether its cells are letters; the others are numbers. */
  public boolean isText() {
    return type == Type.TEXT;
  }

  /** Decimals to be shown where not all digits are. */
  public int decimals() {
    return type == Type.WHOLE ? 0 : unit.decimals();
  }

  /** The column of rows that always have a cell. */
  public <R> Field<R> of(Function<? super R, ? extends T> cell) {
    return new Field<>(this, row -> Optional.of(cell.apply(row)));
  }

  /** The column of rows that may lack the cell. */
  public <R> Field<R> ofOptional(Function<? super R, ? extends Optional<? extends T>> cell) {
    return new Field<>(this, cell);
  }

  @Override
  public String toString() {
    return name;
  }
}
