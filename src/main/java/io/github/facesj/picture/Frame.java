package io.github.facesj.picture;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import java.util.Locale;

/**
 * A size into which pictures of any size are fitted, whole and in the middle, black around them.
 *
 * @param width pixels
 * @param height pixels
 */
public record Frame(int width, int height) {

  /** Largest side. */
  private static final int MOST = 16_384;

  /**
   * @throws IllegalArgumentException if a side is not between 16 and 16384 pixels
   */
  public Frame {
    if (width < 16 || height < 16 || width > MOST || height > MOST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A picture's width and height must be between 16 and %d pixels, but were %d and %d.",
              MOST,
              width,
              height));
    }
  }

  /** A picture made larger or smaller so that it fits. */
  public FaceImage fit(FaceImage picture) {
    double scale = Math.min((double) width / picture.width(), (double) height / picture.height());
    int w = Math.max(1, Math.min(width, (int) Math.round(picture.width() * scale)));
    int h = Math.max(1, Math.min(height, (int) Math.round(picture.height() * scale)));
    int[] fitted =
        new Resizer()
            .resize(
                picture.pixels(),
                picture.width(),
                picture.height(),
                w,
                h,
                scale > 1 ? Resampling.BILINEAR : Resampling.AREA);
    int[] rgb = new int[width * height];
    for (int y = 0; y < h; y++) {
      System.arraycopy(fitted, y * w, rgb, ((height - h) / 2 + y) * width + (width - w) / 2, w);
    }
    return FaceImage.of(width, height, rgb);
  }
}
