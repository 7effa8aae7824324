package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedPhoto;
import java.util.regex.Pattern;

/**
 * Problems that earlier versions wrote down for photos which were not to blame, and which they
 * never looked at again. Later versions settle a photo only by its own content, and look at these
 * once more.
 */
final class EarlierProblems {

  private static final Pattern PASSING =
      Pattern.compile(
          "^(FacesJ made a mistake on this photo"
              + "|There is not enough memory "
              + "|There is no file "
              + "|The file .* cannot be opened[.] Check that you may read it"
              + "|The file .* is not a photo that FacesJ can read[.] Save it as "
              + "|The photo .* is too large: .* Java has "
              + "|The network .*failed: "
              + "|The model .* gave what cannot be read as faces"
              + "|ONNX Runtime refuses its options: )",
          Pattern.DOTALL);

  private EarlierProblems() {}

  /** Whether an archive says all there is to say of a photo, as long as its content is the same. */
  static boolean isSettled(ArchivedPhoto photo) {
    return !photo.sha256().isEmpty()
        && photo.problem().filter(p -> PASSING.matcher(p).find()).isEmpty();
  }
}
