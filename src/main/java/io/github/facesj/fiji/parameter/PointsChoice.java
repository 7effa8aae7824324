package io.github.facesj.fiji.parameter;

import io.github.facesj.embed.PointSource;
import java.util.Optional;

/** What the user says about the five points that faces are aligned by. */
public enum PointsChoice {
  /** As the cards of detector and embedder recommend. */
  CARD,
  /** The detector's. */
  DETECTOR,
  /** Those of the 68 landmarks. */
  LANDMARKS;

  /** The choice, or nothing where the card decides. */
  public Optional<PointSource> source() {
    return this == CARD ? Optional.empty() : Optional.of(PointSource.valueOf(name()));
  }
}
