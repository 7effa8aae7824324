package io.github.facesj.fiji.parameter;

import io.github.facesj.embed.Mirror;
import java.util.Optional;

/** What the user says about the mirrored crop. */
public enum MirrorChoice {
  /** As the model's card recommends. */
  CARD,
  /** One view. */
  NONE,
  /** Both vectors added. */
  SUM,
  /** Both vectors, one behind the other. */
  CONCAT;

  /** The choice, or nothing where the card decides. */
  public Optional<Mirror> mirror() {
    return this == CARD ? Optional.empty() : Optional.of(Mirror.valueOf(name()));
  }
}
