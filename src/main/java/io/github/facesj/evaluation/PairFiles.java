package io.github.facesj.evaluation;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.io.PathText;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
    byte[] bytes = bytes(file);
    if (name(file).endsWith(".bin")) {
      return InsightFaceBin.read(file.toString(), bytes);
    }
    String text = text(file, bytes);
    List<Pair> pairs =
        text.contains("\t") || !text.contains(",") ? lfw(file, text, photos) : csv(file, text);
    if (pairs.isEmpty()) {
      throw new FacesException(String.format(Locale.ROOT, "The list %s holds no pairs.", file));
    }
    return new PairList(pairs, name -> PhotoReader.read(PathText.resolve(photos, name)), false);
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

  private static int number(Path file, int line, String cell) throws FacesException {
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

  private static List<Pair> csv(Path file, String text) throws FacesException {
    List<String[]> rows = new ArrayList<>();
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(text)).withCSVParser(new RFC4180Parser()).build()) {
      for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
        rows.add(row);
      }
    } catch (IOException | CsvValidationException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The list %s is not proper CSV: %s.", file, Reason.of(e)), e);
    }
    boolean headed = rows.get(0).length >= 3 && truth(rows.get(0)[2]).isEmpty();
    int count = rows.size() - (headed ? 1 : 0);
    List<Pair> pairs = new ArrayList<>();
    for (int i = headed ? 1 : 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      if (row.length == 1 && row[0].isBlank()) {
        continue;
      }
      int line = i + 1;
      if (headed && row.length < rows.get(0).length) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Row %d of %s has %d of %d cells. It was cut short: get the file again.",
                line,
                file,
                row.length,
                rows.get(0).length));
      }
      if (row.length < 3) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "Row %d of %s needs the columns a, b, same: two photos and 1 or 0.",
                line,
                file));
      }
      boolean same =
          truth(row[2])
              .orElseThrow(
                  () ->
                      new FacesException(
                          String.format(
                              Locale.ROOT,
                              "Row %d of %s should say 1 or 0 in its third column, but says %s.",
                              line,
                              file,
                              Reason.quote(row[2]))));
      int fold = row.length > 3 ? number(file, line, row[3].strip()) : fold(pairs.size(), count);
      pairs.add(new Pair(row[0].strip(), row[1].strip(), same, fold));
    }
    return pairs;
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
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new FacesException(String.format(Locale.ROOT, "There is no pair list %s.", file), e);
    } catch (IOException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The pair list %s cannot be read: %s", file, e), e);
    }
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
