package io.github.facesj.evaluation;

import io.github.facesj.batch.FileStamp;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.io.Reading;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import io.github.facesj.table.CsvReader;
import io.github.facesj.table.CsvRow;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the pair lists that are in use; the content tells which kind a file is. */
public final class PairFiles {

  /** Folds a list without folds is divided into, as LFW has them. */
  private static final int FOLDS = 10;

  private static final List<String> EXTENSIONS =
      List.of(".jpg", ".jpeg", ".png", ".pgm", ".ppm", ".tif", ".tiff", ".bmp", ".webp", ".gif");

  private static final List<String> CSV = List.of("a", "b", "same");

  private PairFiles() {}

  /**
   * Reads a list of pairs: LFW's {@code pairs.txt}, a CSV with the columns {@code a, b, same} and
   * perhaps {@code fold}, or a {@code .bin} of InsightFace.
   *
   * @param file the list
   * @param photos the folder its names are relative to; not used for a {@code .bin}
   * @throws FacesException if the list cannot be read or is of another kind; photos are looked for
   *     when they are opened
   */
  public static PairList read(Path file, Path photos) throws FacesException {
    return Reading.guarded("the list", file, () -> parse(file, photos));
  }

  private static PairList parse(Path file, Path photos) throws FacesException {
    if (name(file).endsWith(".bin")) {
      return InsightFaceBin.read(file.toString(), bytes(file));
    }
    List<Pair> pairs = isCsv(file) ? csv(file) : lfw(file, text(file, bytes(file)), photos);
    if (pairs.isEmpty()) {
      throw new FacesException(String.format(Locale.ROOT, "The list %s holds no pairs.", file));
    }
    return new PairList(pairs, new PhotosIn(photos), false);
  }

  /** Photos by their names relative to a folder. */
  private record PhotosIn(Path folder) implements PairList.Photos {

    @Override
    public FaceImage open(String name, Progress stop) throws FacesException {
      return PhotoReader.read(PathText.resolve(folder, name), 0, stop);
    }

    @Override
    public FileStamp stamp(String name) {
      try {
        return FileStamp.of(PathText.resolve(folder, name));
      } catch (InvalidPathException e) {
        return new FileStamp(-1, -1); // opening it is going to tell
      }
    }
  }

  /** LFW's lists are parted by tabs or blanks and have no headings. */
  private static boolean isCsv(Path file) throws FacesException {
    try (CsvReader csv = CsvReader.open("The pair list", file, List.of())) {
      return CSV.stream().allMatch(csv::has) || csv.isParted(',') || csv.isParted(';');
    }
  }

  /**
   * LFW: a first line with the number of folds and of pairs in each (or only of pairs), then lines
   * of {@code name i j} and of {@code name i other j}, same pairs first in each fold.
   */
  private static List<Pair> lfw(Path file, String text, Path photos) throws FacesException {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.isEmpty()) {
      throw new FacesException(String.format(Locale.ROOT, "The list %s is empty.", file));
    }
    String[] head = lines.get(0).split("\\s+");
    boolean headed = head.length <= 2;
    int size = headed ? 2 * number(file, 1, head[head.length - 1]) : 0;
    List<Pair> pairs = new ArrayList<>();
    for (int i = headed ? 1 : 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(lines.get(i).contains("\t") ? "\t+" : "\\s+");
      boolean same = cells.length == 3;
      if (!same && cells.length != 4) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Line %d of %s is not a pair of LFW's list: it needs \"name i j\" or \"name i other"
                    + " j\".",
                i + 1,
                file));
      }
      String other = same ? cells[0] : cells[2];
      pairs.add(
          new Pair(
              photo(photos, cells[0], number(file, i + 1, cells[1])),
              photo(photos, other, number(file, i + 1, cells[cells.length - 1])),
              same,
              size > 0 ? pairs.size() / size : 0));
    }
    if (headed && pairs.size() != size * (head.length == 2 ? number(file, 1, head[0]) : 1)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The list %s announces %s pairs in its first line, but holds %d. It was cut short or"
                  + " changed.",
              file,
              Reason.quote(lines.get(0)),
              pairs.size()));
    }
    return pairs;
  }

  /** {@code name/name_0001.jpg}, with the extension of the file that is there. */
  private static String photo(Path photos, String person, int number) throws FacesException {
    String stem = String.format(Locale.ROOT, "%s/%s_%04d", person, person, number);
    try {
      for (String extension : EXTENSIONS) {
        if (Files.exists(PathText.resolve(photos, stem + extension))) {
          return stem + extension;
        }
      }
    } catch (InvalidPathException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s cannot be a file's name.", Reason.quote(stem)), e);
    }
    return stem + EXTENSIONS.get(0);
  }

  private static int number(Path file, long line, String cell) throws FacesException {
    try {
      return Integer.parseInt(cell);
    } catch (NumberFormatException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Line %d of %s should have a whole number where it has %s.",
              line,
              file,
              Reason.quote(cell)),
          e);
    }
  }

  private static List<Pair> csv(Path file) throws FacesException {
    List<CsvRow> rows = new ArrayList<>();
    boolean headed;
    try (CsvReader csv = CsvReader.open("The pair list", file, List.of())) {
      headed = csv.headings().size() >= 3 && truth(csv.headings().get(2)).isEmpty();
      if (!headed) {
        rows.add(csv.headingsAsRow());
      }
      for (Optional<CsvRow> row = csv.next(); row.isPresent(); row = csv.next()) {
        requireWhole(file, row.get(), headed);
        rows.add(row.get());
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (CsvRow row : rows) {
      boolean same =
          truth(row.text(2))
              .orElseThrow(
                  () ->
                      new FacesException(
                          String.format(
                              Locale.ROOT,
                              "Row %d of %s should say 1 or 0 in its third column, but says %s.",
                              row.number(),
                              file,
                              Reason.quote(row.text(2)))));
      int fold =
          row.text(3).isBlank()
              ? fold(pairs.size(), rows.size())
              : number(file, row.number(), row.text(3).strip());
      pairs.add(new Pair(row.text(0).strip(), row.text(1).strip(), same, fold));
    }
    return pairs;
  }

  private static void requireWhole(Path file, CsvRow row, boolean headed) throws FacesException {
    if (headed && row.misfit().isPresent()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of %s cannot be used: %s. Get the file again, or remove the row.",
              row.number(),
              file,
              row.misfit().get()));
    }
    if (row.cells().size() < CSV.size()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Row %d of %s needs the columns a, b, same: two photos and 1 or 0.",
              row.number(),
              file));
    }
  }

  private static Optional<Boolean> truth(String cell) {
    return switch (cell.strip().toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes" -> Optional.of(true);
      case "0", "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Consecutive folds, as scikit-learn's KFold divides without shuffling. */
  static int fold(int index, int count) {
    int size = count / FOLDS;
    int larger = count % FOLDS;
    int inLarger = larger * (size + 1);
    if (index < inLarger) {
      return index / (size + 1);
    }
    return size == 0 ? index : larger + (index - inLarger) / size;
  }

  private static String name(Path file) {
    return PathText.name(file).toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(Path file) throws FacesException {
    return InputFile.bytes("The pair list", file, InputFile.COLLECTION);
  }

  private static String text(Path file, byte[] bytes) throws FacesException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The pair list %s is not text in UTF-8. Save it as UTF-8.", file),
          e);
    }
  }
}
