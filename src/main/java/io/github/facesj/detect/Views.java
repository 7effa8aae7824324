package io.github.facesj.detect;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways to look at a picture that the options ask for. */
final class Views {

  /** Share of a tile that the next one sees again. */
  private static final double TILE_OVERLAP = 0.25;

  /** The border of {@link SearchOptions#border()} on each side, as a share of the picture. */
  private static final double BORDER = 0.25;

  private final FaceImage image;
  private final SearchOptions options;
  private final boolean fits;
  private final Set<View> views = new LinkedHashSet<>();

  private Views(FaceImage image, SearchOptions options, boolean fits) {
    this.image = image;
    this.options = options;
    this.fits = fits;
  }

  /**
   * All views in a fixed order, none twice.
   *
   * @param fits whether the detector brings every picture to one size
   * @param overview as {@link FaceDetector#overview()}; heeded unless the options name scales
   */
  static List<View> of(FaceImage image, SearchOptions options, boolean fits, int overview) {
    Views all = new Views(image, options, fits);
    double longSide = Math.max(image.width(), image.height());
    if (longSide > 2.0 * overview
        && overview > 0
        && options.scales().equals(SearchOptions.DEFAULT_SCALES)) {
      all.addWhole(overview / longSide, 0);
    }
    for (double scale : options.scales()) {
      all.addScale(scale);
    }
    if (options.border()) {
      all.addWhole(1, BORDER);
    }
    return List.copyOf(all.views);
  }

  private void addScale(double scale) {
    int w = image.width();
    int h = image.height();
    double longSide = Math.max(w, h) * scale;
    if (options.tiles() > 0 && longSide > options.tiles()) {
      addWhole(fits ? 1 : options.tiles() / (double) Math.max(w, h), 0);
      int side = Math.max(1, (int) Math.rint(options.tiles() / scale));
      addTiles(Math.min(w, side), Math.min(h, side), fits ? 1 : scale);
    } else if (!fits) {
      addWhole(scale, 0);
    } else if (scale > 1) {
      addTiles((int) Math.ceil(w / scale), (int) Math.ceil(h / scale), 1);
    } else {
      addWhole(1, (1 / scale - 1) / 2);
    }
  }

  private void addWhole(double scale, double border) {
    add(0, 0, image.width(), image.height(), scale, border);
  }

  private void addTiles(int w, int h, double scale) {
    for (int y : starts(image.height(), h)) {
      for (int x : starts(image.width(), w)) {
        add(x, y, w, h, scale, 0);
      }
    }
  }

  /** As few tiles as leave no gap and overlap enough, spread evenly. */
  private static List<Integer> starts(int length, int tile) {
    double step = tile * (1 - TILE_OVERLAP);
    int count = 1 + (int) Math.ceil((length - tile) / step);
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      starts.add(count == 1 ? 0 : (int) Math.rint((double) i * (length - tile) / (count - 1)));
    }
    return starts;
  }

  private void add(int x, int y, int w, int h, double scale, double border) {
    for (int quarter = 0; quarter < (options.turns() ? 4 : 1); quarter++) {
      views.add(new View(x, y, w, h, scale, border, View.TURNS.get(quarter)));
      if (options.flip()) {
        Orientation mirrored = View.MIRRORED_TURNS.get(quarter);
        views.add(new View(x, y, w, h, scale, border, mirrored));
      }
    }
  }
}
