package io.github.facesj.archive;

import java.util.Optional;

/**
 * What a person decided.
 *
 * @param id ascending in time
 * @param kind what was decided
 * @param faces how many faces it was about
 * @param name the person it was about, where there was one
 */
public record Decision(long id, DecisionKind kind, int faces, Optional<String> name) {

  /** For a person, such as {@code name 12 faces "Ada"}. */
  @Override
  public String toString() {
    return kind.sentence(faces) + name.map(n -> " \"" + n + "\"").orElse("");
  }
}
