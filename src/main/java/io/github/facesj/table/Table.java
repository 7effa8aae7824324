package io.github.facesj.table;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Typed columns and rows: what files and Results tables are written from.
 *
 * @param columns from left to right
 * @param rows cells in the order of the columns: a String or a Number as the column has it, or
 *     nothing. They may be made when they are asked for, and may be asked for several times
 * @param runs what made the rows: files have it once ({@link TableDescription}), not in each row
 */
public record Table(
    List<Column<?>> columns, Iterable<List<Optional<?>>> rows, List<Provenance> runs) {

  public Table {
    columns = List.copyOf(columns);
    runs = List.copyOf(runs);
  }

  /** The same, and what made it. */
  public Table madeBy(Provenance... made) {
    return new Table(columns, rows, List.of(made));
  }

  /** The same, and what made the rows. */
  public Table madeBy(Stream<Provenance> made) {
    return new Table(columns, rows, made.distinct().filter(r -> !r.model().isEmpty()).toList());
  }

  public List<String> headings() {
    return columns.stream().<String>map(Column::name).toList();
  }

  /**
   * Writes the table as a CSV file; an earlier one with its headings is replaced, the folder is
   * made.
   *
   * @throws FacesException if the file cannot be written; then what was there before still is
   */
  public void write(Path target) throws FacesException {
    write(target, TableKind.of(headings()), WriteGuard.none());
  }

  /**
   * As {@link #write(Path)}, in a run that reads files.
   *
   * @param kind what such tables are known by
   */
  public void write(Path target, FileKind kind, WriteGuard guard) throws FacesException {
    CsvWriter.write(this, target, kind, guard);
  }

  /** The rows as a CSV file has them, without headings. */
  public String lines() {
    return CsvWriter.lines(this);
  }

  /** The headings as a CSV file has them. */
  public String head() {
    return CsvWriter.head(this);
  }
}
