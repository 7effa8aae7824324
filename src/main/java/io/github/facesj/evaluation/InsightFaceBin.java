package io.github.facesj.evaluation;

import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * InsightFace's verification sets ({@code lfw.bin}, {@code agedb_30.bin}, ...): a pickled pair of a
 * list of JPEGs, two for each pair, aligned to 112 x 112, and a list of booleans.
 */
final class InsightFaceBin {

  private InsightFaceBin() {}

  static PairList read(String file, byte[] bytes) throws FacesException {
    if (!(Pickle.read(file, bytes) instanceof List<?> both)
        || both.size() != 2
        || !(both.get(0) instanceof List<?> pictures)
        || !(both.get(1) instanceof List<?> truth)) {
      throw other(file, "it is no pair of two lists");
    }
    if (truth.isEmpty() || pictures.size() != 2 * truth.size()) {
      throw other(
          file,
          String.format(
              Locale.ROOT, "it has %d pictures for %d pairs", pictures.size(), truth.size()));
    }
    List<byte[]> jpegs = new ArrayList<>();
    for (Object picture : pictures) {
      if (!(picture instanceof byte[] jpeg)) {
        throw other(file, String.format(Locale.ROOT, "picture %d is not bytes", jpegs.size()));
      }
      jpegs.add(jpeg);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      pairs.add(
          new Pair(
              Integer.toString(2 * i),
              Integer.toString(2 * i + 1),
              same(file, truth.get(i)),
              PairFiles.fold(i, truth.size())));
    }
    return new PairList(pairs, (name, stop) -> picture(file, name, jpegs, stop), true);
  }

  /** Through a passing file, so that there is one reader of photos in the house and not two. */
  private static FaceImage picture(String file, String name, List<byte[]> jpegs, Progress stop)
      throws FacesException {
    try {
      Path passing = Files.createTempFile("facesj", ".jpg");
      try {
        Files.write(passing, jpegs.get(Integer.parseInt(name)));
        return PhotoReader.read(passing, 0, stop);
      } finally {
        Files.delete(passing);
      }
    } catch (FacesException | IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "Picture %s of %s cannot be read (%s)", name, file, e.getMessage()),
          e);
    }
  }

  private static boolean same(String file, Object value) throws FacesException {
    if (value instanceof Boolean b) {
      return b;
    }
    if (value instanceof Long n && (n == 0 || n == 1)) {
      return n == 1;
    }
    throw other(file, "one of the answers is neither true nor false");
  }

  private static FacesException other(String file, String why) {
    return new FacesException(
        String.format(
            Locale.ROOT, "The file %s is not a verification set of InsightFace: %s.", file, why));
  }
}
