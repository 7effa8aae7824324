package io.github.facesj.gallery;

import com.opencsv.CSVParserWriter;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import io.github.facesj.face.Embedding;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A gallery as one file: CSV in UTF-8, for people and programs to read. The first rows say what it
 * is ({@code facesj-gallery,2}), model, SHA-256, parameters and version of FacesJ; then one row per
 * face: person, photo, the vector's numbers; the last row counts the faces and holds the SHA-256 of
 * everything before it, so that a file that was cut short or changed by mistake is noticed. A file
 * is replaced in one step or not at all, and holds nothing of people who were removed.
 */
public final class GalleryFile {

  private static final String KIND = "facesj-gallery";

  /** For runs that ask, before they work, whether the gallery may be written. */
  public static final FileKind FILE = FileKind.startingWith("a gallery", KIND + ",");

  private static final String VERSION = "2";

  /** Had neither parameters nor the version of FacesJ. */
  private static final String FORMER = "1";

  /** The first rows, the headings of the faces included. */
  private static final int HEAD = 6;

  private static final int FORMER_HEAD = 4;
  private static final String END = "end";

  private GalleryFile() {}

  /**
   * Writes a gallery; an earlier file of that name is replaced.
   *
   * @throws FacesException if the file cannot be written; an earlier one is then as it was
   */
  public static void write(Gallery gallery, Path file) throws FacesException {
    String body = body(gallery);
    String text = body + row(END, Integer.toString(gallery.faces().size()), sha256(body));
    AtomicFile.create(file, FILE).write(text);
  }

  private static String body(Gallery gallery) {
    StringBuilder text = new StringBuilder();
    text.append(row(KIND, VERSION));
    text.append(row("model", gallery.model()));
    text.append(row("sha256", gallery.sha256()));
    text.append(row("parameters", gallery.provenance().parameters()));
    text.append(row("facesj", gallery.provenance().facesj()));
    text.append(row("person", "photo", "vector"));
    for (Enrolled face : gallery.faces()) {
      List<String> cells = new ArrayList<>(List.of(face.person(), face.photo()));
      for (float v : face.embedding().toArray()) {
        cells.add(Float.toString(v));
      }
      text.append(row(cells.toArray(String[]::new)));
    }
    return text.toString();
  }

  private static String row(String... cells) {
    StringWriter text = new StringWriter();
    new CSVParserWriter(text, new RFC4180Parser(), ICSVWriter.DEFAULT_LINE_END)
        .writeNext(cells, false);
    return text.toString();
  }

  /**
   * Reads a gallery.
   *
   * @throws FacesException if the file is absent, is no gallery, was cut short or damaged
   */
  public static Gallery read(Path file) throws FacesException {
    return Reading.guarded("the gallery", file, () -> parse(file));
  }

  private static Gallery parse(Path file) throws FacesException {
    String text = text(file);
    if (!text.startsWith(KIND + ",")) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is not a gallery of FacesJ. Choose a file that Build Gallery wrote.",
              file));
    }
    int end = text.lastIndexOf('\n', Math.max(0, text.length() - 2)) + 1;
    List<String[]> last = rows(file, text.substring(end));
    if (last.size() != 1
        || last.get(0).length != 3
        || !last.get(0)[0].equals(END)
        || !last.get(0)[2].equals(sha256(text.substring(0, end)))) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The gallery %s was cut short or changed: its last row does not fit the rest. Use a"
                  + " copy, or enrol again.",
              file));
    }
    return gallery(file, rows(file, text.substring(0, end)), last.get(0)[1]);
  }

  private static Gallery gallery(Path file, List<String[]> rows, String count)
      throws FacesException {
    boolean former = rows.get(0)[1].equals(FORMER);
    if (!former && !rows.get(0)[1].equals(VERSION)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The gallery %s has version %s; this FacesJ reads version %s. Use a newer FacesJ.",
              file,
              Reason.quote(rows.get(0)[1]),
              VERSION));
    }
    try {
      Gallery gallery =
          former
              ? Gallery.empty(rows.get(1)[1], rows.get(2)[1])
              : Gallery.empty(
                  new Provenance(rows.get(1)[1], rows.get(2)[1], rows.get(3)[1], rows.get(4)[1]));
      List<Enrolled> faces = new ArrayList<>();
      for (String[] row : rows.subList(former ? FORMER_HEAD : HEAD, rows.size())) {
        faces.add(new Enrolled(row[0], row[1], vector(gallery.model(), row)));
      }
      if (faces.size() != Integer.parseInt(count)) {
        throw new IllegalArgumentException("the number of faces is wrong");
      }
      return gallery.with(faces);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The gallery %s holds rows that make no sense (%s). Use a copy, or enrol again.",
              file,
              Reason.of(e)),
          e);
    }
  }

  private static Embedding vector(String model, String[] row) {
    float[] values = new float[row.length - 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(row[i + 2]);
    }
    return Embedding.ofUnit(model, values);
  }

  private static List<String[]> rows(Path file, String text) throws FacesException {
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(text)).withCSVParser(new RFC4180Parser()).build()) {
      List<String[]> rows = new ArrayList<>();
      for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
        rows.add(row);
      }
      return rows;
    } catch (IOException | CsvValidationException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The gallery %s is not proper CSV: %s.", file, Reason.of(e)),
          e);
    }
  }

  private static String text(Path file) throws FacesException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new FacesException(String.format(Locale.ROOT, "There is no gallery at %s.", file), e);
    } catch (CharacterCodingException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is not a gallery of FacesJ: it is not text in UTF-8.",
              file),
          e);
    } catch (IOException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "The gallery %s cannot be read: %s", file, Reason.of(e)), e);
    }
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
