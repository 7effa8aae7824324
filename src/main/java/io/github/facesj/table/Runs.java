package io.github.facesj.table;

import io.github.facesj.run.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What made the rows of a table, each run once. A row names its model; where its cells of SHA-256
 * and parameters are empty, it is of the first run of that model.
 */
final class Runs {

  /** Of a table of which nothing is known but its rows. */
  static final Runs NONE = new Runs(List.of());

  private final List<Provenance> all;

  /**
   * @param runs in any number; those without a model say nothing
   */
  Runs(Collection<Provenance> runs) {
    List<Provenance> named =
        runs.stream().distinct().filter(run -> !run.model().isEmpty()).toList();
    all = new ArrayList<>();
    // Rows of which nothing is known have empty cells themselves: they are what those mean.
    named.stream().filter(Provenance::isUnknown).forEach(all::add);
    named.stream().filter(run -> !run.isUnknown()).forEach(all::add);
  }

  List<Provenance> all() {
    return all;
  }

  /** Whether cells of a row may be empty, because the run is the first of its model. */
  boolean isFirst(String model, String sha256, String parameters) {
    return all.stream()
        .filter(run -> run.model().equals(model))
        .findFirst()
        .filter(run -> run.sha256().equals(sha256) && run.parameters().equals(parameters))
        .isPresent();
  }

  /** The same of a row that has no cell of parameters. */
  boolean isFirst(String model, String sha256) {
    return all.stream()
        .filter(run -> run.model().equals(model))
        .findFirst()
        .filter(run -> run.sha256().equals(sha256))
        .isPresent();
  }

  /** The run of a row with these cells. */
  Provenance of(String model, String sha256, String parameters) {
    Provenance own = new Provenance(model, sha256, parameters);
    return all.stream()
        .filter(own.isUnknown() ? run -> run.model().equals(model) : own::isLike)
        .findFirst()
        .orElse(own);
  }
}
