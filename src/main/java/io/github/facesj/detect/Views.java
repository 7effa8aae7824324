package io.github.facesj.detect;

import io.github.facesj.image.Orientation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways to look at a picture that the options ask for, and what has to be added so that no face
 * is too large for the network and no look needs more memory than a tile: see {@link
 * PyramidLevels}.
 */
final class Views {

  /** The border of {@link SearchOptions#border()} on each side, as a share of the picture. */
  private static final double BORDER = 0.25;

  /**
   * The border on each side round the reduced look of a network that brings every picture to one
   * size. SCRFD-500M finds 0 of 79 faces as wide as the picture without a border, 50 of 79 with a
   * quarter and all with a half.
   */
  private static final double WIDE_BORDER = 0.5;

  /**
   * Share of the short side from which a face is too wide to be left to the look without border.
   */
  private static final double WIDE_LEAST = 0.4;

  private final int width;
  private final int height;
  private final SearchOptions options;
  private final FaceDetector detector;
  private final Set<View> views = new LinkedHashSet<>();

  private Views(int width, int height, SearchOptions options, FaceDetector detector) {
    this.width = width;
    this.height = height;
    this.options = options;
    this.detector = detector;
  }

  /** All views of a picture in a fixed order, none twice. */
  static List<View> of(int width, int height, SearchOptions options, FaceDetector detector) {
    Views all = new Views(width, height, options, detector);
    if (options.tiles() == SearchOptions.WHOLE) {
      options.scales().forEach(all::addUnbounded);
    } else if (detector.fits()) {
      all.addFitted();
    } else {
      PyramidLevels levels = new PyramidLevels(width, height, options, detector.overview());
      levels.all().forEach(level -> all.addTiles(levels.tiles(level.scale()), level));
    }
    if (options.border()) {
      all.addWhole(all.bounded(BORDER), BORDER);
    }
    return List.copyOf(all.views);
  }

  /** One look at each scale, whatever it needs. */
  private void addUnbounded(double scale) {
    if (!detector.fits()) {
      addWhole(scale, 0);
    } else if (scale > 1) {
      addParts(scale);
    } else {
      addWhole(1, (1 / scale - 1) / 2);
    }
  }

  /** For a network that brings every picture to one size, which bounds what it needs. */
  private void addFitted() {
    double longSide = Math.max(width, height);
    for (double scale : options.scales()) {
      int tiles = options.tiles();
      if (tiles > 0 && longSide * scale > tiles) {
        addWhole(1, 0);
        int side = Math.max(1, (int) Math.rint(tiles / scale));
        addTiles(Tiles.of(width, height, side, side / 4.0), 1);
      } else if (scale > 1) {
        addParts(scale);
      } else {
        double border = (1 / scale - 1) / 2;
        addWhole(border > 0 ? bounded(border) : 1, border);
      }
    }
    if (detector.overview() > 0) {
      double scale = Math.min(1, detector.overview() / longSide);
      double least = WIDE_LEAST * Math.min(width, height);
      add(new Tiles.Tile(0, 0, width, height), scale, WIDE_BORDER, least);
    }
  }

  private void addParts(double scale) {
    int w = (int) Math.ceil(width / scale);
    int h = (int) Math.ceil(height / scale);
    addTiles(Tiles.of(width, height, w, h, w / 4.0, h / 4.0), 1);
  }

  private void addTiles(List<Tiles.Tile> tiles, PyramidLevels.Level level) {
    tiles.forEach(tile -> add(tile, level.scale(), 0, level.least()));
  }

  /** Scale at which the picture and its border are no larger than a tile. */
  private double bounded(double border) {
    if (options.tiles() == SearchOptions.WHOLE) {
      return 1;
    }
    double sides = 1 + 2 * border;
    double side = PyramidLevels.side(options);
    return Math.min(1, side / (sides * Math.sqrt((double) width * height)));
  }

  private void addWhole(double scale, double border) {
    add(new Tiles.Tile(0, 0, width, height), scale, border, 0);
  }

  private void addTiles(List<Tiles.Tile> tiles, double scale) {
    tiles.forEach(tile -> add(tile, scale, 0, 0));
  }

  private void add(Tiles.Tile t, double scale, double border, double least) {
    for (int quarter = 0; quarter < (options.turns() ? 4 : 1); quarter++) {
      Orientation turn = View.TURNS.get(quarter);
      views.add(new View(t.x(), t.y(), t.width(), t.height(), scale, border, turn, least));
      if (options.flip()) {
        Orientation mirrored = View.MIRRORED_TURNS.get(quarter);
        views.add(new View(t.x(), t.y(), t.width(), t.height(), scale, border, mirrored, least));
      }
    }
  }
}
