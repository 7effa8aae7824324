package io.github.facesj.run;

import java.util.Objects;

/**
 * What made a result, so that it can be made again. Results, tables, archives and galleries carry
 * it. It is known from the models' cards and the user's parameters, without opening a network.
 *
 * @param model id of the model, or of what it made, such as {@code facesj-embedder+sum}
 * @param sha256 of the model's files, in the order of its card, blanks between
 * @param parameters of the work, as a person would write them in a macro
 */
public record Provenance(String model, String sha256, String parameters) {

  public Provenance {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(parameters, "parameters");
  }
}
