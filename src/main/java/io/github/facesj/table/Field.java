package io.github.facesj.table;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column, and how a row of a table has its cell.
 *
 * @param column what stands there
 * @param cell a String or a Number, as the column has it; empty where there is none
 * @param <R> what a row is made of
 */
public record Field<R>(
    Column<?> column, Function<? super R, ? extends Optional<? extends Object>> cell) {

  /** The same of rows that are made of more. */
  public <S> Field<S> on(Function<? super S, ? extends R> part) {
    return new Field<>(column, row -> cell.apply(part.apply(row)));
  }
}
