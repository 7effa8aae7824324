package io.github.facesj.detect;

import io.github.facesj.model.OpenModel;
import io.github.facesj.run.FacesException;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Prints the table of docs/ACCURACY.md: recall by size of the photo and of the face. Arguments: the
 * tiles of {@link SearchOptions}, and long sides of photos, with commas.
 */
final class FaceSizesTable {

  /** Widths of faces in pixels; below zero in per cent of the photo's width. */
  private static final int[] FACES = {16, 20, 24, 48, 96, 160, 224, 400, -25, -50, -75, -95};

  /** Pixels of all photos of a cell: large photos have fewer faces. */
  private static final double PIXELS = 40e6;

  private FaceSizesTable() {}

  public static void main(String[] args) throws Exception {
    SearchOptions options = SearchOptions.builder().tiles(Integer.parseInt(args[0])).build();
    FaceSizes sizes = new FaceSizes(FaceSizes.rendered());
    try (OpenModel model = Samples.model()) {
      FaceSearch search = new FaceSearch(Detectors.of(model), options);
      for (String side : args[1].split(",")) {
        int longSide = Integer.parseInt(side);
        StringBuilder row = new StringBuilder("| " + longSide + " |");
        IntStream.of(FACES).forEach(face -> row.append(cell(sizes, search, longSide, face)));
        System.out.println(row);
      }
    }
  }

  private static String cell(FaceSizes sizes, FaceSearch search, int longSide, int size) {
    int width = longSide * 3 / 4;
    int face = size > 0 ? size : -size * width / 100;
    if (face < 16 || face > 0.95 * width) {
      return " - |";
    }
    boolean many = face < width / 8;
    double photo = 0.75 * longSide * longSide;
    int count = many ? 30 : (int) Math.max(3, Math.min(30, PIXELS / photo));
    try {
      FaceSizes.Cell cell = sizes.search(search, longSide, face, count);
      return String.format(Locale.ROOT, " %d/%d |", cell.found(), cell.faces());
    } catch (FacesException e) {
      throw new IllegalStateException(e);
    }
  }
}
