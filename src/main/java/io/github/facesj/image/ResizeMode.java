package io.github.facesj.image;

import java.util.Locale;

/** The rules by which the makers of networks put a picture into the canvas. */
public enum ResizeMode {
  /** As it is, at the top left; the canvas grows to the next multiple (YuNet, FacesJ). */
  PAD {
    @Override
    public Letterbox place(int w, int h, int canvasWidth, int canvasHeight, int multiple) {
      int cw = canvasWidth > 0 ? canvasWidth : roundUp(w, multiple);
      int ch = canvasHeight > 0 ? canvasHeight : roundUp(h, multiple);
      if (w > cw || h > ch) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A picture of %d x %d pixels does not fit unscaled into %d x %d.",
                w,
                h,
                cw,
                ch));
      }
      return Letterbox.of(w, h, cw, ch, 0, 0, w, h);
    }
  },
  /** As large as fits with its proportions, sides rounded, at the top left (RetinaFace here). */
  LETTERBOX_TOPLEFT {
    @Override
    public Letterbox place(int w, int h, int canvasWidth, int canvasHeight, int multiple) {
      requireSize(canvasWidth, canvasHeight);
      double factor = Math.min((double) canvasWidth / w, (double) canvasHeight / h);
      int nw = Math.max(1, Math.min(canvasWidth, (int) Math.rint(w * factor)));
      int nh = Math.max(1, Math.min(canvasHeight, (int) Math.rint(h * factor)));
      return Letterbox.of(w, h, canvasWidth, canvasHeight, 0, 0, nw, nh);
    }
  },
  /**
   * As large as fits with its proportions, in the middle, with the roundings of hpc203/scrfd-opencv
   * {@code main.py}: a tall picture's width is cut to whole pixels, a wide picture's height is cut
   * and one is added.
   */
  LETTERBOX_CENTRED {
    @Override
    public Letterbox place(int w, int h, int canvasWidth, int canvasHeight, int multiple) {
      requireSize(canvasWidth, canvasHeight);
      double ratio = (double) h / w;
      int nw = canvasWidth;
      int nh = canvasHeight;
      if (h > w) {
        nw = Math.max(1, (int) (canvasWidth / ratio));
      } else if (h < w) {
        nh = Math.min(canvasHeight, (int) (canvasHeight * ratio) + 1);
      }
      int left = (canvasWidth - nw) / 2;
      int top = (canvasHeight - nh) / 2;
      return Letterbox.of(w, h, canvasWidth, canvasHeight, left, top, nw, nh);
    }
  },
  /** Stretched over the whole canvas, proportions lost (UltraFace). */
  STRETCH {
    @Override
    public Letterbox place(int w, int h, int canvasWidth, int canvasHeight, int multiple) {
      requireSize(canvasWidth, canvasHeight);
      return Letterbox.of(w, h, canvasWidth, canvasHeight, 0, 0, canvasWidth, canvasHeight);
    }
  };

  /**
   * Where a picture goes.
   *
   * @param w width of the picture, at least 1
   * @param h height of the picture, at least 1
   * @param canvasWidth width of the canvas, 0 where the network takes any
   * @param canvasHeight height of the canvas, 0 where the network takes any
   * @param multiple what free sides must be multiples of
   * @throws IllegalArgumentException if the rule needs a canvas of fixed size, or the picture does
   *     not fit
   */
  public abstract Letterbox place(int w, int h, int canvasWidth, int canvasHeight, int multiple);

  private static int roundUp(int size, int multiple) {
    return Math.multiplyExact((size + multiple - 1) / multiple, multiple);
  }

  private static void requireSize(int canvasWidth, int canvasHeight) {
    if (canvasWidth < 1 || canvasHeight < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Fitting a picture needs a canvas of fixed size, but the size is %d x %d.",
              canvasWidth,
              canvasHeight));
    }
  }
}
