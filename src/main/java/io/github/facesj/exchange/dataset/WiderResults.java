package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
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
 * Detections as the evaluation of WIDER FACE reads them: for {@code 0--Parade/a.jpg} a file {@code
 * 0--Parade/a.txt} with the photo's name, the number of faces, and a line {@code x y width height
 * score} for each, best first. It keeps boxes, scores, and photos without a face; names and points
 * are lost. All counts from the corner of the first pixel, as in FacesJ.
 */
public final class WiderResults implements FaceFormat {

  private static final FileKind KIND = FileKind.noted("a list of detections");

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<Path> files = FolderFiles.each(photos, target, ".txt");
    List<String> texts = new ArrayList<>();
    for (PhotoFaces photo : photos) {
      texts.add(text(photo));
    }
    FolderFiles.write(files, texts, KIND, guard);
    return List.of();
  }

  private static String text(PhotoFaces photo) {
    StringBuilder text = new StringBuilder();
    text.append(FormatRequirements.line("The photo", photo.photo())).append('\n');
    text.append(photo.faces().size()).append('\n');
    for (NamedFace face : photo.faces()) {
      Box b = face.face().box();
      text.append(
          String.format(
              Locale.ROOT,
              "%s %s %s %s %s\n",
              b.x(),
              b.y(),
              b.width(),
              b.height(),
              face.face().score()));
    }
    return text.toString();
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    return FolderFiles.read(source, ".txt", WiderResults::photo);
  }

  private static PhotoFaces photo(Path file, String name) throws FacesException {
    List<String> lines = InputFile.lines("The detections", file, InputFile.ONE_PHOTO);
    try {
      if (lines.size() < 2 || WiderLines.count(lines.get(1)) != lines.size() - 2) {
        throw new IllegalArgumentException(
            "it must have the photo's name, the number of faces, and a line for each");
      }
      List<NamedFace> faces = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        double[] v = WiderLines.numbers(line, 5);
        faces.add(NamedFace.unknown(Face.of(new Box(v[0], v[1], v[2], v[3]), v[4])));
      }
      return PhotoFaces.of(lines.get(0), Optional.empty(), faces);
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The detections %s cannot be used: %s.", file, Reason.of(e)),
          e);
    }
  }
}
