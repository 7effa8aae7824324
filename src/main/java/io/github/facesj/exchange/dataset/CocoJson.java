package io.github.facesj.exchange.dataset;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * COCO keypoints (cocodataset.org/#format-data), as CVAT, Label Studio and FiftyOne read them: one
 * file for all photos. Boxes count from the corner of the first pixel, keypoints are indices of
 * pixels, so that the centre of the first is (0, 0) (detectron2, data/datasets/coco.py). Each
 * mark-up is a category, {@code face} without points the first.
 *
 * <p>It keeps boxes, scores, size of the photo, photos without a face; of points those of a
 * landmark model, or else the detector's five. The person stands in CVAT's {@code attributes}.
 * Reading takes 5, 68, 98 or 106 points, or none, whatever the categories are called; a face whose
 * points are given only in part has none. Turned boxes (CVAT's {@code rotation}) give the upright
 * box round them, polygons without a box theirs; masks and crowds are left out and counted.
 */
public final class CocoJson implements FaceFormat {

  private static final String DESCRIPTION = "Faces, by FacesJ";

  /** What FacesJ writes begins with its own description. */
  private static final FileKind KIND =
      FileKind.startingWith(
          "a COCO file",
          String.format(Locale.ROOT, "{\"info\":{\"description\":\"%s\"", DESCRIPTION));

  private static final Gson GSON =
      new Gson()
          .newBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(BigDecimal.class, new CocoNumber())
          .create();

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    photos.forEach(FormatRequirements::frame);
    try (AtomicFile file = guard.create(target, KIND)) {
      try (JsonWriter json = new JsonWriter(file.writer())) {
        json.beginObject().name("info").beginObject();
        json.name("description").value(DESCRIPTION).endObject();
        json.name("images").beginArray();
        for (int i = 0; i < photos.size(); i++) {
          PhotoFaces p = photos.get(i);
          PhotoFrame frame = FormatRequirements.frame(p);
          put(
              json,
              new CocoParts.Image(i + 1L, p.photo(), frame.width(), frame.height(), p.slice()));
        }
        json.endArray().name("annotations").beginArray();
        long id = 0;
        for (int i = 0; i < photos.size(); i++) {
          for (NamedFace face : photos.get(i).faces()) {
            put(json, CocoFace.annotation(++id, i + 1L, face));
          }
        }
        json.endArray().name("categories").beginArray();
        for (CocoParts.Category category : CocoFace.categories()) {
          put(json, category);
        }
        json.endArray().endObject();
      } catch (IOException e) {
        throw AtomicFile.unwritable(target, e);
      }
      file.commit();
    }
    return List.of();
  }

  private static void put(JsonWriter json, Record part) {
    GSON.toJson(part, part.getClass(), json);
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    InputFile.requireSize("The COCO file", source, InputFile.COLLECTION);
    CocoCollection collection = new CocoCollection(source);
    try (BufferedReader reader = Files.newBufferedReader(source, StandardCharsets.UTF_8);
        JsonReader json = new JsonReader(reader)) {
      json.beginObject();
      while (json.peek() != JsonToken.END_OBJECT) {
        switch (json.nextName()) {
          case "images" -> each(json, "image", CocoParts.Image.class, collection::add, collection);
          case "annotations" ->
              each(json, "annotation", CocoParts.Annotation.class, collection::add, collection);
          case "categories" ->
              each(json, "category", CocoParts.Category.class, collection::add, collection);
          case "info" -> {
            if (isOurs(JsonParser.parseReader(json))) {
              collection.isOurs();
            }
          }
          default -> json.skipValue();
        }
      }
      return collection.read(source);
    } catch (IOException
        | JsonParseException
        | IllegalStateException
        | IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The COCO file %s cannot be used: %s. Check that it is whole, and COCO keypoints in"
                  + " UTF-8.",
              source,
              Reason.of(e)),
          e);
    }
  }

  /** Work on one part. */
  @FunctionalInterface
  private interface Take<T> {
    void part(T part);
  }

  /** Parts are taken one by one, so that one with wrong kinds of values loses only itself. */
  private static <T> void each(
      JsonReader json, String what, Class<T> type, Take<T> take, CocoCollection collection)
      throws IOException {
    json.beginArray();
    for (int number = 1; json.hasNext(); number++) {
      JsonElement element = JsonParser.parseReader(json);
      Optional<T> part = Optional.empty();
      try {
        if (!element.isJsonObject()) {
          throw new IllegalArgumentException("it is no object");
        }
        // As text once more: a tree of values takes 1e99 for some whole number.
        part = Optional.of(GSON.fromJson(element.toString(), type));
      } catch (JsonParseException | IllegalArgumentException | IllegalStateException e) {
        collection.bad(what, number, e);
      }
      if (part.isPresent()) {
        take.part(part.get());
      }
    }
    json.endArray();
  }

  private static boolean isOurs(JsonElement info) {
    return info.isJsonObject()
        && DESCRIPTION.equals(text(info.getAsJsonObject().get("description")));
  }

  private static String text(JsonElement value) {
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
