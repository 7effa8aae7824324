package io.github.facesj.detect;

import io.github.facesj.api.PublicApi;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How a picture is searched for faces; immutable. The defaults find faces of any size from the
 * smallest that the network knows to the whole width, with the thresholds of the model's card.
 */
@PublicApi
public final class SearchOptions {

  /** Whether the picture is also searched turned by a quarter, a half and three quarters. */
  public static final boolean DEFAULT_TURNS = false;

  /** Whether the picture is also searched mirrored. */
  public static final boolean DEFAULT_FLIP = false;

  /** Whether the picture is also searched with a black border, for faces that fill it. */
  public static final boolean DEFAULT_BORDER = false;

  /** Smallest side of a box in pixels; 0 keeps all. */
  public static final double DEFAULT_SMALLEST = 0;

  /** Tiles and reduced looks as large pictures and large faces need them. */
  public static final int DEFAULT_TILES = 0;

  /**
   * No tiles and no reduced looks: one look at the whole picture for each of the scales, as the
   * networks' own repositories do it. Large pictures then need much memory.
   */
  public static final int WHOLE = -1;

  /** What becomes of several boxes round one face. */
  public static final Join DEFAULT_JOIN = Join.NMS;

  /** Whether boxes are made square. */
  public static final Square DEFAULT_SQUARE = Square.NONE;

  /** Sizes in which the picture is searched: only as it is. */
  public static final List<Double> DEFAULT_SCALES = List.of(1.0);

  /** Smallest tile: in less, a detector sees no surroundings. */
  public static final int LEAST_TILE = 128;

  /** Smallest and largest scale. */
  public static final double LEAST_SCALE = 0.05;

  public static final double MOST_SCALE = 8;

  private final OptionalDouble score;
  private final OptionalDouble overlap;
  private final double smallest;
  private final boolean turns;
  private final boolean flip;
  private final boolean border;
  private final List<Double> scales;
  private final int tiles;
  private final Join join;
  private final Square square;

  private SearchOptions(Builder b) {
    score = b.score;
    overlap = b.overlap;
    smallest = b.smallest;
    turns = b.turns;
    flip = b.flip;
    border = b.border;
    scales = b.scales;
    tiles = b.tiles;
    join = b.join;
    square = b.square;
  }

  /** All defaults. */
  public static SearchOptions defaults() {
    return builder().build();
  }

  /** A builder with all defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Lowest score, 0 to 1; that of the model's card where empty. */
  public OptionalDouble score() {
    return score;
  }

  /** Largest overlap (IoU) of two faces, 0 to 1; that of the model's card where empty. */
  public OptionalDouble overlap() {
    return overlap;
  }

  /** Smallest side of a face's box in pixels. */
  public double smallest() {
    return smallest;
  }

  public boolean turns() {
    return turns;
  }

  public boolean flip() {
    return flip;
  }

  public boolean border() {
    return border;
  }

  /** Sizes in which the picture is searched, 1 for its own; never empty. */
  public List<Double> scales() {
    return scales;
  }

  /** Side of the tiles in pixels, {@link #DEFAULT_TILES} or {@link #WHOLE}. */
  public int tiles() {
    return tiles;
  }

  public Join join() {
    return join;
  }

  public Square square() {
    return square;
  }

  /** Collects options; {@link #build()} checks them. */
  public static final class Builder {

    private OptionalDouble score = OptionalDouble.empty();
    private OptionalDouble overlap = OptionalDouble.empty();
    private double smallest = DEFAULT_SMALLEST;
    private boolean turns = DEFAULT_TURNS;
    private boolean flip = DEFAULT_FLIP;
    private boolean border = DEFAULT_BORDER;
    private List<Double> scales = DEFAULT_SCALES;
    private int tiles = DEFAULT_TILES;
    private Join join = DEFAULT_JOIN;
    private Square square = DEFAULT_SQUARE;

    private Builder() {}

    /** Lowest score, 0 to 1. */
    public Builder score(double value) {
      score = OptionalDouble.of(value);
      return this;
    }

    /** Largest overlap (IoU) of two faces, 0 to 1. */
    public Builder overlap(double value) {
      overlap = OptionalDouble.of(value);
      return this;
    }

    /** Smallest side of a face's box in pixels, from 0. */
    public Builder smallest(double pixels) {
      smallest = pixels;
      return this;
    }

    /** Whether to find faces that lie on their side or stand on their head. */
    public Builder turns(boolean value) {
      turns = value;
      return this;
    }

    /** Whether to search the mirrored picture, too. */
    public Builder flip(boolean value) {
      flip = value;
      return this;
    }

    /**
     * Whether to search the picture with a black border of a quarter of its size, too: detectors
     * miss a face that fills the picture.
     */
    public Builder border(boolean value) {
      border = value;
      return this;
    }

    /**
     * Sizes in which the picture is searched. Above 1 finds smaller faces; a model that brings
     * every picture to one size then looks at overlapping parts.
     */
    public Builder scales(List<Double> values) {
      scales = List.copyOf(values);
      return this;
    }

    /**
     * Side of the overlapping tiles in pixels in which a larger picture is searched, besides
     * reduced looks at the whole; 0 for what the picture needs; {@link #WHOLE} for one look at the
     * whole at each scale.
     */
    public Builder tiles(int pixels) {
      tiles = pixels;
      return this;
    }

    public Builder join(Join value) {
      join = value;
      return this;
    }

    public Builder square(Square value) {
      square = value;
      return this;
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the option, its range and what
     *     was given
     */
    public SearchOptions build() {
      score.ifPresent(Scores::require);
      overlap.ifPresent(Nms::requireOverlap);
      require(
          smallest >= 0 && Double.isFinite(smallest),
          "The smallest face must be 0 pixels or more, but was %s.",
          smallest);
      require(
          tiles == DEFAULT_TILES || tiles == WHOLE || tiles >= LEAST_TILE,
          "The tiles must be 0 (as the picture needs), -1 (none) or at least "
              + LEAST_TILE
              + " pixels, but were %s.",
          tiles);
      require(!scales.isEmpty(), "There must be at least one scale, but the list is %s.", "empty");
      for (double scale : scales) {
        require(
            scale >= LEAST_SCALE && scale <= MOST_SCALE,
            "The scales must be between "
                + LEAST_SCALE
                + " and "
                + MOST_SCALE
                + ", but one was %s.",
            scale);
      }
      require(join != null, "How to join boxes must be NMS or VOTING, but was %s.", join);
      require(
          square != null,
          "Square boxes must be NONE, HEIGHT or WIDTH, but the choice was %s.",
          square);
      return new SearchOptions(this);
    }

    private static void require(boolean right, String sentence, Object given) {
      if (!right) {
        throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, given));
      }
    }
  }
}
