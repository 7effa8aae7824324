package io.github.facesj.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sizes in which a network that takes pictures of any size looks at one, so that a face of any
 * size from the smallest it knows to the whole width is found, and each look stays within a tile.
 *
 * <p>A level larger than a tile is looked at in overlapping tiles; faces larger than the overlap
 * may be cut there. Faces larger than the network knows are not found either. So below the sizes
 * that the options ask for come reduced ones, down to the card's {@code overview}, each at most
 * {@link #STEP} times smaller than the one before: what is too large for one level is well within
 * the range of the next.
 */
final class PyramidLevels {

  /**
   * Side of a tile in pixels where the options name none. A look at 1536 x 1536 pixels needs about
   * 220 MB; in smaller tiles more is looked at twice, and larger ones need more time for each pixel
   * (docs/BENCHMARKS.md).
   */
  static final int TILE = 1536;

  /** Pixels that neighbouring tiles share, where tiles are large enough. */
  private static final double OVERLAP = 192;

  /**
   * How much larger than at the overview a face is still found: FacesJ's detector finds 67 of 68
   * faces of 224 pixels and 65 of 256, YuNet n all up to 352.
   */
  private static final double REACH = 1.45;

  /** Width of the largest face that is looked for, as a share of the picture's. */
  private static final double WIDEST = 0.95;

  /** Least width in pixels at which a face is surely found, whatever is round it. */
  private static final double SURE = 24;

  /** Largest ratio of neighbouring levels: faces are found best at 24 to 128 pixels. */
  private static final double STEP = 5;

  /**
   * Share of the overview's size, or of what a tile sees whole, up to which a level is believed
   * rather than the next: a reduced look adds nothing there but coarser boxes and false faces.
   */
  private static final double BEST = 0.4;

  /** A level that only repeats the one before in a little less would cost without a gain. */
  private static final double LEAST_STEP = 3;

  private final int width;
  private final int height;
  private final double shortSide;
  private final double side;
  private final double overlap;
  private final double uncut;
  private final int overview;
  private final List<Double> named;

  /**
   * @param overview as {@link FaceDetector#overview()}
   */
  PyramidLevels(int width, int height, SearchOptions options, int overview) {
    this.width = width;
    this.height = height;
    this.shortSide = Math.min(width, height);
    this.side = side(options);
    this.overlap = Math.min(OVERLAP, side / 2);
    this.uncut = overlap / (1 + 2 * View.MARGIN);
    this.overview = overview;
    this.named = options.scales().stream().sorted(Comparator.reverseOrder()).distinct().toList();
  }

  /** Side of the largest look in pixels. */
  static int side(SearchOptions options) {
    return options.tiles() > 0 ? options.tiles() : TILE;
  }

  /**
   * One size in which the picture is looked at.
   *
   * @param scale 1 for the picture's own size
   * @param least width in pixels of the picture below which a face is left to a larger level
   */
  record Level(double scale, double least) {}

  /** From the largest to the smallest. */
  List<Level> all() {
    List<Level> all = new ArrayList<>();
    double last = Double.POSITIVE_INFINITY;
    for (double scale : named) {
      addBetween(last, scale, all);
      all.add(new Level(scale, 0));
      last = scale;
    }
    if (WIDEST * shortSide * last > reach(last)) {
      double end = end(last);
      double from = addBetween(last, end, all);
      all.add(new Level(end, least(from)));
    }
    return all;
  }

  /** Adds what has to be between two scales, and returns the smallest of it, or the first. */
  private double addBetween(double from, double to, List<Level> all) {
    double ratio = from / to;
    double most = fits(from) ? STEP : Math.min(STEP, uncut / SURE);
    double last = from;
    int steps = from < Double.POSITIVE_INFINITY ? steps(ratio, most) : 1;
    for (int k = 1; k < steps; k++) {
      double scale = from / Math.pow(ratio, (double) k / steps);
      all.add(new Level(scale, least(last)));
      last = scale;
    }
    return last;
  }

  private static int steps(double ratio, double most) {
    return Math.max(1, (int) Math.ceil(Math.log(ratio) / Math.log(most) - 1e-9));
  }

  /** Width in pixels of the picture up to which this level knows best. */
  private double least(double scale) {
    double best = overview > 0 ? overview : Double.POSITIVE_INFINITY;
    return BEST * (fits(scale) ? best : Math.min(best, uncut)) / scale;
  }

  /** The smallest scale: the largest at which a face as large as the picture is surely found. */
  private double end(double last) {
    if (overview == 0) {
      return Math.min(whole(), last / LEAST_STEP);
    }
    double end = Math.min(overview / shortSide, last / LEAST_STEP);
    return shortSide * end > reach(end) ? whole() : end;
  }

  /** Largest face, in pixels of the level, that is surely found there. */
  private double reach(double scale) {
    double known = overview > 0 ? REACH * overview : Double.POSITIVE_INFINITY;
    return fits(scale) ? known : Math.min(known, uncut);
  }

  /** Largest scale at which the picture is one tile. */
  private double whole() {
    return side / Math.sqrt((double) width * height);
  }

  private boolean fits(double scale) {
    return scale <= whole() * (1 + 1e-9);
  }

  /** The parts in which a level is looked at, in pixels of the picture. */
  List<Tiles.Tile> tiles(double scale) {
    return fits(scale)
        ? List.of(new Tiles.Tile(0, 0, width, height))
        : Tiles.of(width, height, side / scale, overlap / scale);
  }
}
