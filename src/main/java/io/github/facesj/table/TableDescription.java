package io.github.facesj.table;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.FacesJVersion;
import io.github.facesj.run.Provenance;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The description of a table in a file beside it, {@code faces.csv-metadata.json}: what its columns
 * mean, and what made its rows, once instead of in each row. Name and content are those of the
 * W3C's "Metadata Vocabulary for Tabular Data" (www.w3.org/TR/tabular-metadata), which programs for
 * tables read; the runs stand in its {@code notes}.
 */
public final class TableDescription {

  private static final String CONTEXT = "http://www.w3.org/ns/csvw";
  private static final String BEGIN =
      "{\n  \"@context\": \"" + CONTEXT + "\",\n  \"dc:creator\": \"FacesJ";

  /** What descriptions are known by. */
  public static final FileKind KIND = FileKind.startingWith("a description of a table", BEGIN);

  private TableDescription() {}

  /** Where the description of a table stands. */
  static Path beside(Path table) {
    Path real = table.toAbsolutePath();
    return PathText.resolve(
        real.getParent(), FileNames.beside(PathText.name(table), "-metadata.json"));
  }

  /**
   * Refuses a table that must not be written, or whose description must not.
   *
   * @param kind of the table
   * @throws FacesException with what to do
   */
  public static void require(Path table, FileKind kind, WriteGuard guard) throws FacesException {
    guard.require(table, kind);
    guard.require(beside(table), KIND);
  }

  /**
   * Puts a table in its place, and its description beside it. In between there is none rather than
   * one of other rows.
   *
   * @param table what the rows are of; itself it may be empty
   * @param file the table's, with all rows
   * @throws FacesException if one of both cannot be written
   */
  public static void commit(Table table, Path target, AtomicFile file, WriteGuard guard)
      throws FacesException {
    Path beside = beside(target);
    if (table.runs().isEmpty()) {
      file.commit();
      removeOwn(beside);
      return;
    }
    try (AtomicFile description = guard.create(beside, KIND)) {
      description.writer().write(text(table, PathText.name(target)));
      Files.deleteIfExists(beside);
      file.commit();
      description.commit();
    } catch (IOException e) {
      throw AtomicFile.unwritable(beside, e);
    }
  }

  /** The description of an earlier table of this name. */
  private static void removeOwn(Path beside) throws FacesException {
    try {
      if (Files.isRegularFile(beside) && isOwn(beside)) {
        Files.delete(beside);
      }
    } catch (IOException e) {
      throw AtomicFile.unwritable(beside, e);
    }
  }

  private static boolean isOwn(Path beside) throws IOException {
    byte[] own = BEGIN.getBytes(StandardCharsets.UTF_8);
    try (SeekableByteChannel file = Files.newByteChannel(beside)) {
      return Arrays.equals(FileContent.head(file, own.length), own);
    }
  }

  private static String text(Table table, String name) {
    JsonObject all = new JsonObject();
    all.addProperty("@context", CONTEXT);
    all.addProperty("dc:creator", "FacesJ " + FacesJVersion.NUMBER);
    all.addProperty("url", url(name));
    JsonArray columns = new JsonArray();
    table.columns().forEach(column -> columns.add(json(column)));
    JsonObject schema = new JsonObject();
    schema.add("columns", columns);
    all.add("tableSchema", schema);
    JsonArray notes = new JsonArray();
    new Runs(table.runs()).all().forEach(run -> notes.add(json(run)));
    all.add("notes", notes);
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(all) + "\n";
  }

  private static String url(String name) {
    try {
      return new URI(null, null, name, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Every name of a file can be a part of an address.", e);
    }
  }

  private static JsonObject json(Column<?> column) {
    JsonObject json = new JsonObject();
    json.addProperty("titles", column.name());
    json.addProperty(
        "datatype",
        switch (column.type()) {
          case TEXT -> "string";
          case WHOLE -> "integer";
          case DECIMAL -> "double";
        });
    json.addProperty("dc:description", column.meaning());
    if (!column.unit().symbol().isEmpty()) {
      json.addProperty("schema:unitText", column.unit().symbol());
    }
    return json;
  }

  private static JsonObject json(Provenance run) {
    JsonObject json = new JsonObject();
    json.addProperty("model", run.model());
    json.addProperty("sha256", run.sha256());
    json.addProperty("parameters", run.parameters());
    json.addProperty("facesj", run.facesj());
    return json;
  }

  /**
   * What made the rows of a table; nothing is known where there is no description of FacesJ's.
   *
   * @throws FacesException if there is one that cannot be read
   */
  static Runs read(Path table) throws FacesException {
    Path beside = beside(table);
    if (!Files.isRegularFile(beside)) {
      return Runs.NONE;
    }
    String text = InputFile.text("The description", beside, InputFile.ONE_PHOTO);
    if (!text.startsWith(BEGIN)) {
      return Runs.NONE; // somebody else's
    }
    try {
      List<Provenance> runs = new ArrayList<>();
      for (JsonElement note : member(JsonParser.parseString(text), "notes").getAsJsonArray()) {
        runs.add(
            new Provenance(
                text(note, "model"),
                text(note, "sha256"),
                text(note, "parameters"),
                text(note, "facesj")));
      }
      return new Runs(runs);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The description %s of the table is damaged. Remove it to read the table without"
                  + " what made it.",
              beside),
          e);
    }
  }

  private static String text(JsonElement run, String name) {
    return member(run, name).getAsString();
  }

  private static JsonElement member(JsonElement object, String name) {
    JsonElement member = object.getAsJsonObject().get(name);
    if (member == null) {
      throw new JsonParseException(name);
    }
    return member;
  }
}
