package io.github.facesj.run;

import java.util.Objects;

/**
 * What made a result, so that it can be made again. Results, tables, archives and galleries carry
 * it. It is known from the models' cards and the user's parameters, without opening a network.
 *
 * @param model id of the model, or of what it made, such as {@code facesj-embedder+sum}
 * @param sha256 of the model's files, in the order of its card, blanks between
 * @param parameters of the work, as a person would write them in a macro
 * @param facesj version of FacesJ that made it; empty where nobody noted it
 */
public record Provenance(String model, String sha256, String parameters, String facesj) {

  public Provenance {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(facesj, "facesj");
  }

  /** Of something that was made before, by whichever version. */
  public Provenance(String model, String sha256, String parameters) {
    this(model, sha256, parameters, "");
  }

  /** Of what this FacesJ makes. */
  public static Provenance now(String model, String sha256, String parameters) {
    return new Provenance(model, sha256, parameters, FacesJVersion.NUMBER);
  }

  /** Whether models and parameters are the same, whichever version made it. */
  public boolean isLike(Provenance other) {
    return model.equals(other.model)
        && sha256.equals(other.sha256)
        && parameters.equals(other.parameters);
  }

  /** Whether nothing is known but the model. */
  public boolean isUnknown() {
    return sha256.isEmpty() && parameters.isEmpty();
  }
}
