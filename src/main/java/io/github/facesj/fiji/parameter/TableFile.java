package io.github.facesj.fiji.parameter;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableDescription;
import java.nio.file.Path;
import java.util.Optional;

/** The CSV file that a command writes if one is named; asked for before it does any work. */
public final class TableFile {

  private final Optional<Path> file;
  private final FileKind kind;
  private final WriteGuard guard;

  private TableFile(Optional<Path> file, FileKind kind, WriteGuard guard) {
    this.file = file;
    this.kind = kind;
    this.guard = guard;
  }

  /**
   * @param text its path, or empty
   * @param kind of the table
   * @param inputs files that the command reads
   * @throws FacesException if it must not be written
   * @throws IllegalArgumentException if it is no path on this system
   */
  public static TableFile of(String text, FileKind kind, Path... inputs) throws FacesException {
    TableFile table = new TableFile(Paths.optional(text), kind, WriteGuard.of(inputs));
    if (table.file.isPresent()) {
      TableDescription.require(table.file.get(), kind, table.guard);
    }
    return table;
  }

  /** Writes a table by itself, perhaps one too large to be held. */
  @FunctionalInterface
  public interface Writing {
    /**
     * @throws FacesException if it cannot be written; then what was there before still is
     */
    void to(Path target, WriteGuard guard) throws FacesException;
  }

  /** Lets a table be written, if a file was named. */
  public void write(Writing writing) throws FacesException {
    if (file.isPresent()) {
      writing.to(file.get(), guard);
    }
  }

  /**
   * Writes the table, if a file was named.
   *
   * @throws FacesException if it cannot be written; then what was there before still is
   */
  public void write(Table table) throws FacesException {
    if (file.isPresent()) {
      table.write(file.get(), kind, guard);
    }
  }
}
