package io.github.facesj.table;

import io.github.facesj.io.FileKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a table in their order.
 *
 * @param fields the columns, with how a row has their cells
 * @param <R> what a row is made of
 */
public record Schema<R>(List<Field<R>> fields) {

  public Schema {
    fields = List.copyOf(fields);
  }

  /** These columns, from left to right. */
  @SafeVarargs
  public static <R> Schema<R> of(Field<R>... fields) {
    List<Field<R>> all = new ArrayList<>();
    for (Field<R> field : fields) {
      all.add(field);
    }
    return new Schema<>(all);
  }

  /** More columns to the right. */
  public Schema<R> plus(Schema<R> right) {
    return new Schema<>(Stream.concat(fields.stream(), right.fields.stream()).toList());
  }

  /** More columns to the right. */
  @SafeVarargs
  public final Schema<R> plus(Field<R>... right) {
    List<Field<R>> all = new ArrayList<>(fields);
    for (Field<R> field : right) {
      all.add(field);
    }
    return new Schema<>(all);
  }

  /** The same columns of rows that are made of more. */
  public <S> Schema<S> on(Function<? super S, ? extends R> part) {
    List<Field<S>> on = new ArrayList<>();
    fields.forEach(field -> on.add(field.on(part)));
    return new Schema<>(on);
  }

  public List<Column<?>> columns() {
    List<Column<?>> columns = new ArrayList<>();
    fields.forEach(field -> columns.add(field.column()));
    return columns;
  }

  public List<String> headings() {
    return fields.stream().map(field -> field.column().name()).toList();
  }

  /** What tables of these columns are known by. */
  public FileKind kind() {
    return TableKind.of(headings());
  }

  /** The cells of a row. */
  List<Optional<?>> cells(R row) {
    List<Optional<?>> cells = new ArrayList<>(fields.size());
    fields.forEach(field -> cells.add(field.cell().apply(row)));
    return cells;
  }

  /** A cell; empty where there is none. */
  public Optional<?> cell(R row, int column) {
    return fields.get(column).cell().apply(row);
  }

  /** A table, whose cells are made when they are asked for. */
  public Table table(Iterable<? extends R> rows) {
    return new Table(
        columns(),
        () -> {
          Iterator<? extends R> all = rows.iterator();
          return new Iterator<>() {
            @Override
            public boolean hasNext() {
              return all.hasNext();
            }

            @Override
            public List<Optional<?>> next() {
              return cells(all.next());
            }
          };
        },
        List.of());
  }
}
