package io.github.facesj.detect;

import io.github.facesj.api.PublicApi;
import java.util.List;

/** Ways to search a picture for faces, each a word for several of the {@link SearchOptions}. */
@PublicApi
public enum SearchPreset {
  /** The defaults: upright faces from the smallest that the network knows to the whole width. */
  NORMAL,
  /** Smaller ones, too: the picture is searched in twice its size as well. */
  SMALL,
  /** Those on their side or on their head, too: the picture is searched in all four turns. */
  TURNED,
  /** Those that fill the picture, too: it is searched with a border as well. */
  CLOSEUP,
  /** All of these, and mirrored: much more work. */
  THOROUGH;

  /** As it is, and twice as large. */
  private static final List<Double> ENLARGED = List.of(1.0, 2.0);

  /** Options set to what the word means; whatever is set after that wins over it. */
  public SearchOptions.Builder options() {
    SearchOptions.Builder options = SearchOptions.builder();
    if (this == SMALL || this == THOROUGH) {
      options.scales(ENLARGED);
    }
    if (this == TURNED || this == THOROUGH) {
      options.turns(true);
    }
    if (this == CLOSEUP || this == THOROUGH) {
      options.border(true);
    }
    if (this == THOROUGH) {
      options.flip(true);
    }
    return options;
  }
}
