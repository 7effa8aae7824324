package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ground truth as WIDER FACE has it ({@code wider_face_train_bbx_gt.txt}): the photo's name, the
 * number of faces, and for each {@code x y width height blur expression illumination invalid
 * occlusion pose}; for a photo without a face one line of zeros. It keeps boxes in whole pixels,
 * the edges rounded to the nearest, and photos without a face; the six attributes are written as 0.
 * Faces that a file marks as invalid are left out, as by its evaluation.
 */
public final class WiderTruth implements FaceFormat {

  private static final FileKind KIND = FileKind.noted("a ground truth of WIDER FACE");

  private static final int NUMBERS = 10;
  private static final int INVALID = 7;
  private static final String NO_ATTRIBUTES = " 0 0 0 0 0 0\n";

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    StringBuilder text = new StringBuilder();
    for (PhotoFaces photo : photos) {
      text.append(FormatRequirements.line("The photo", photo.photo())).append('\n');
      text.append(photo.faces().size()).append('\n');
      if (photo.faces().isEmpty()) {
        text.append("0 0 0 0").append(NO_ATTRIBUTES);
      }
      for (NamedFace face : photo.faces()) {
        Box box = face.face().box();
        long x = Math.round(box.x());
        long y = Math.round(box.y());
        text.append(x).append(' ').append(y).append(' ');
        text.append(Math.round(box.right()) - x).append(' ');
        text.append(Math.round(box.bottom()) - y).append(NO_ATTRIBUTES);
      }
    }
    guard.create(target, KIND).write(text.toString());
    return List.of();
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    List<String> lines = InputFile.lines("The ground truth", source, InputFile.COLLECTION);
    List<PhotoFaces> photos = new ArrayList<>();
    int at = 0;
    try {
      while (at < lines.size()) {
        String photo = lines.get(at++);
        int count = WiderLines.count(at < lines.size() ? lines.get(at) : "");
        at++;
        List<NamedFace> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          face(at < lines.size() ? lines.get(at) : "").ifPresent(faces::add);
          at++;
        }
        if (count == 0 && at < lines.size() && lines.get(at).matches("[0\\s]+")) {
          at++;
        }
        photos.add(PhotoFaces.of(photo, Optional.empty(), faces));
      }
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Entry %d of the ground truth %s cannot be used: %s.",
              photos.size() + 1,
              source,
              Reason.of(e)),
          e);
    }
    return ReadFaces.of(photos);
  }

  private static Optional<NamedFace> face(String line) {
    double[] v = WiderLines.numbers(line, NUMBERS);
    return v[INVALID] != 0
        ? Optional.empty()
        : Optional.of(NamedFace.unknown(Face.of(new Box(v[0], v[1], v[2], v[3]), 1)));
  }
}
