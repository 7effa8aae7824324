package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.io.Decimals;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import io.github.facesj.table.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code .pts} files of 300-W, one for each face: {@code version: 1}, {@code n_points: 68} and
 * the points between braces. Written for Matlab, they count from one: the centre of the first pixel
 * is (1, 1) (menpo/menpo#160).
 *
 * <p>The file of {@code a/b.jpg} is {@code a/b.pts}, or {@code a/b_1.pts}, {@code a/b_2.pts} where
 * it has several faces; of slice 3 of a stack {@code a/b_s3_1.pts}. It keeps the points. Boxes,
 * scores, names and photos without a face are lost; a face that is read has the smallest box around
 * its points, and a photo named like the file without its ending.
 */
public final class PtsFiles implements FaceFormat {

  private static final FileKind KIND = FileKind.noted("a landmark file");

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    Map<Path, Landmarks> files = new LinkedHashMap<>();
    for (PhotoFaces photo : photos) {
      for (int i = 0; i < photo.faces().size(); i++) {
        Path file = FolderFiles.inside(target, name(photo, i));
        if (files.put(file, FormatRequirements.points(photo, photo.faces().get(i))) != null) {
          throw FolderFiles.twice(file);
        }
      }
    }
    FolderFiles.write(
        List.copyOf(files.keySet()),
        files.values().stream().map(PtsFiles::text).toList(),
        KIND,
        guard);
    return List.of();
  }

  private static String name(PhotoFaces photo, int face) {
    String stem = FolderFiles.stem(photo.photo());
    String slice = photo.slice() > 1 ? "_s" + photo.slice() : "";
    boolean single = photo.faces().size() == 1 && slice.isEmpty();
    return single ? stem + ".pts" : stem + slice + "_" + (face + 1) + ".pts";
  }

  private static String text(Landmarks points) {
    StringBuilder text = new StringBuilder();
    text.append("version: 1\nn_points: ").append(points.size()).append("\n{\n");
    for (int i = 0; i < points.size(); i++) {
      text.append(Decimals.text(points.x(i), Decimals.FROM_ONE))
          .append(' ')
          .append(Decimals.text(points.y(i), Decimals.FROM_ONE))
          .append('\n');
    }
    return text.append("}\n").toString();
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    return FolderFiles.read(source, ".pts", PtsFiles::photo);
  }

  private static PhotoFaces photo(Path file, String name) throws FacesException {
    List<String> lines = InputFile.lines("The landmark file", file, InputFile.ONE_PHOTO);
    int open = lines.indexOf("{");
    int close = lines.lastIndexOf("}");
    if (open < 0 || close < open) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The landmark file %s has no points between { and }. It was cut short, or is of"
                  + " another kind.",
              file));
    }
    try {
      Landmarks points = points(lines.subList(open + 1, close));
      announced(lines.subList(0, open), points.size());
      Face face = Face.of(points.bounds(), 1).withLandmarks(points);
      return PhotoFaces.of(
          FolderFiles.stem(name), Optional.empty(), List.of(NamedFace.unknown(face)));
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The landmark file %s cannot be used: %s.", file, Reason.of(e)),
          e);
    }
  }

  private static Landmarks points(List<String> lines) {
    List<Double> xy = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split("\\s+");
      if (cells.length != 2) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s is no point", Reason.quote(line)));
      }
      xy.add(Decimals.parse(cells[0], Decimals.FROM_ONE));
      xy.add(Decimals.parse(cells[1], Decimals.FROM_ONE));
    }
    LandmarkScheme scheme = CsvRow.scheme(lines.size());
    return Landmarks.of(scheme, xy.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void announced(List<String> head, int points) {
    for (String line : head) {
      String[] words = line.split("[:\\s]+");
      if (words.length == 2 && words[0].equals("n_points") && !words[1].equals("" + points)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "it announces %s points, but holds %d", words[1], points));
      }
    }
  }
}
