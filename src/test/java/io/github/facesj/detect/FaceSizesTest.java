package io.github.facesj.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.model.OpenModel;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * A face of any size, from 16 pixels to 95 % of the width, is found in a photo of any size: a
 * coarse version of the table in docs/ACCURACY.md.
 */
class FaceSizesTest {

  private static final Logger LOG = Logger.getLogger("sizes");

  /**
   * Width from which the network surely finds a face; at 16 pixels its scores fade, and whether a
   * face is found depends on what is round it: there the looks must find what one look finds.
   */
  private static final int SURE = 20;

  @Test
  void facesOfAnySizeAreFoundInPhotosOfAnySize() throws Exception {
    List<FaceSizes.Cell> cells = new ArrayList<>();
    try (OpenModel model = Samples.model()) {
      FaceSearch search = new FaceSearch(Detectors.of(model), SearchOptions.defaults());
      FaceSizes sizes = new FaceSizes(FaceSizes.rendered());
      for (int longSide : new int[] {100, 400, 800, 1020, 1800, 3000}) {
        double widest = 0.95 * longSide * 3 / 4;
        for (double face = widest; face >= SURE; face /= 2.5) {
          cells.add(sizes.search(search, longSide, (int) face, longSide > 1100 ? 3 : 10));
        }
        cells.add(sizes.search(search, longSide, SURE, 30));
      }
    }
    cells.forEach(cell -> LOG.info(cell::toString));
    assertThat(cells).allMatch(cell -> cell.recall() >= 0.95);
  }

  @Test
  void tilesFindTheSmallestFacesAsOneLookDoes() throws Exception {
    try (OpenModel model = Samples.model()) {
      FaceDetector detector = Detectors.of(model);
      SearchOptions whole = SearchOptions.builder().tiles(SearchOptions.WHOLE).build();
      FaceSizes sizes = new FaceSizes(FaceSizes.rendered());
      FaceSizes.Cell tiles =
          sizes.search(new FaceSearch(detector, SearchOptions.defaults()), 3000, 16, 60);
      FaceSizes.Cell once = sizes.search(new FaceSearch(detector, whole), 3000, 16, 60);
      // Where a face lies on the grid of pixels decides here: 49 of 60 in tiles, 52 in one look.
      assertThat(tiles.found()).isGreaterThanOrEqualTo((int) (0.94 * once.found()));
      assertThat(tiles.recall()).isGreaterThan(0.8);
    }
  }
}
