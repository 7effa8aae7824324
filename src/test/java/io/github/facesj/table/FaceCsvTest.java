package io.github.facesj.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceCsvTest {

  private static final Provenance RUN =
      new Provenance("facesj-detector", "ab12", "score=0.5 overlap=0.4");
  private static final Face FACE =
      Face.of(
          new Box(-1.5, 2, 30.25, 40),
          0.75,
          Landmarks.of(LandmarkScheme.FIVE, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

  @TempDir Path dir;

  @Test
  void writesAPlainTable() throws Exception {
    List<FaceRow> rows = new ArrayList<>(FaceRow.of("a, \"b\".jpg", 1, List.of(FACE), RUN));
    rows.addAll(FaceRow.of("empty.jpg", 2, List.of(), RUN));
    rows.addAll(FaceRow.of("=1+1.jpg", 1, List.of(Face.of(new Box(0, 0, 1, 1), 1)), RUN));
    Path file = dir.resolve("new folder/faces.csv");
    FaceSchema.table(rows).write(file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "photo,slice,face,score,x,y,width,height,p0x,p0y,p1x,p1y,p2x,p2y,p3x,p3y,p4x,p4y,model,sha256,parameters,problem",
            "\"a, \"\"b\"\".jpg\",1,1,0.75,-1.5,2.0,30.25,40.0,1.0,2.0,3.0,4.0,5.0,6.0,7.0,8.0,9.0,10.0,facesj-detector,,,",
            "empty.jpg,2,,,,,,,,,,,,,,,,,facesj-detector,,,",
            "'=1+1.jpg,1,1,1.0,0.0,0.0,1.0,1.0,,,,,,,,,,,facesj-detector,,,");
    assertThat(FaceCsvReader.read(file)).isEqualTo(rows);
  }

  @Property(tries = 300, seed = "20261120")
  void readsExactlyWhatWasWritten(@ForAll("rows") List<FaceRow> rows) throws Exception {
    Path file = Files.createTempFile("facesj", ".csv");
    try {
      FaceSchema.table(rows).write(file);
      assertThat(FaceCsvReader.read(file)).isEqualTo(rows);
    } finally {
      Files.delete(file);
      Files.deleteIfExists(TableDescription.beside(file));
    }
  }

  @Provide
  static Arbitrary<List<FaceRow>> rows() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("=+-@'\",;\t\r\n \\ab").ofMaxLength(8),
            Arbitraries.strings().filter(s -> s.chars().noneMatch(c -> c >= 0xd800 && c < 0xe000)),
            Arbitraries.of("日本/顔 1.jpg", "Zoë, \"née\" O'Neil.jpg", "\uD83D\uDE00.png"));
    Arbitrary<Double> number = Arbitraries.doubles().between(-1e6, 1e6);
    Arbitrary<Face> face =
        Combinators.combine(
                number.list().ofSize(12),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.of(true, false))
            .as(
                (n, score, points) -> {
                  Box box = new Box(n.get(0), n.get(1), Math.abs(n.get(2)), Math.abs(n.get(3)));
                  double[] xy =
                      n.subList(2, 12).stream().mapToDouble(Double::doubleValue).toArray();
                  return points
                      ? Face.of(box, score, Landmarks.of(LandmarkScheme.FIVE, xy))
                      : Face.of(box, score);
                });
    return Combinators.combine(
            text,
            Arbitraries.integers().between(1, 9999),
            face.optional(),
            Combinators.combine(text, text, text).as(Provenance::new),
            text)
        .as(
            (photo, slice, f, run, problem) ->
                f.isPresent()
                    ? new FaceRow(photo, slice, 7, f, run, "")
                    : FaceRow.failed(photo, slice, problem, run))
        .list()
        .ofMaxSize(5);
  }

  @Test
  void replacesAFileWhenItIsDone() throws Exception {
    Path file = dir.resolve("faces.csv");
    FaceSchema.table(FaceRow.of("a.jpg", 1, List.of(FACE), RUN)).write(file);
    FaceSchema.table(List.of()).write(file);
    assertThat(FaceCsvReader.read(file)).isEmpty();
    assertThat(dir.toFile().list()).containsExactly(file.getFileName().toString());
  }

  /** Rows of several runs, also of one model, and rows of which only the model is known. */
  @Test
  void eachRowKeepsItsOwnRun() throws Exception {
    List<FaceRow> rows = new ArrayList<>();
    for (Provenance run :
        List.of(
            new Provenance("a", "ab", "score=0.5", "0.1.0"),
            new Provenance("a", "ab", "score=0.6", "0.2.0"),
            new Provenance("b", "cd", "score=0.5"),
            new Provenance("b", "", ""),
            new Provenance("", "", ""))) {
      rows.addAll(FaceRow.of("a.jpg", 1, List.of(FACE, FACE), run));
    }
    Path file = dir.resolve("faces.csv");
    FaceSchema.table(rows).write(file);
    assertThat(FaceCsvReader.read(file)).isEqualTo(rows);
    assertThat(Files.readString(file)).contains(",a,,,\n", ",b,cd,score=0.5,\n");
  }

  @Test
  void theDescriptionSaysWhatMadeTheRowsAndWhatTheColumnsMean() throws Exception {
    Path file = dir.resolve("my faces.csv");
    FaceSchema.table(FaceRow.of("a.jpg", 1, List.of(FACE), RUN)).write(file);
    Path description = dir.resolve("my faces.csv-metadata.json");
    JsonObject json = JsonParser.parseString(Files.readString(description)).getAsJsonObject();
    assertThat(json.get("url").getAsString()).isEqualTo("my%20faces.csv");
    assertThat(json.getAsJsonArray("notes")).hasSize(1);
    assertThat(json.getAsJsonArray("notes").get(0).getAsJsonObject().get("parameters"))
        .isEqualTo(new JsonPrimitive("score=0.5 overlap=0.4"));
    assertThat(json.getAsJsonObject("tableSchema").getAsJsonArray("columns"))
        .hasSize(FaceSchema.DETECTED.columns().size());
    Files.writeString(description, Files.readString(description).replace("notes", "nothing"));
    fails(() -> FaceCsvReader.read(file), "my faces.csv-metadata.json", "damaged", "Remove it");
    Files.writeString(description, "{}");
    assertThat(FaceCsvReader.read(file).get(0).run())
        .isEqualTo(new Provenance("facesj-detector", "", ""));
    fails(
        () -> FaceSchema.table(FaceRow.of("a.jpg", 1, List.of(FACE), RUN)).write(file),
        "my faces.csv-metadata.json");
  }

  @Test
  void readsWhatASpreadsheetMadeOfIt() throws Exception {
    Path file = dir.resolve("faces.csv");
    List<FaceRow> rows = FaceRow.of("a.jpg", 1, List.of(FACE), RUN);
    FaceSchema.table(rows).write(file);
    Files.writeString(file, "\ufeff" + Files.readString(file).replace("\n", "\r\n"));
    assertThat(FaceCsvReader.read(file)).isEqualTo(rows);
  }

  @Test
  void explainsWhatCannotBeReadOrWritten() throws Exception {
    Path notes = Files.writeString(dir.resolve("notes.csv"), "a,b\n1,2\n");
    fails(
        () -> FaceCsvReader.read(notes), "notes.csv has no columns \"photo\", \"slice\", \"face\"");
    fails(() -> FaceCsvReader.read(dir.resolve("none.csv")), "none.csv", "is not there");
    Path bad = dir.resolve("bad.csv");
    FaceSchema.table(FaceRow.of("a.jpg", 1, List.of(FACE), RUN)).write(bad);
    Files.writeString(bad, Files.readString(bad).replace("0.75", "7"));
    fails(() -> FaceCsvReader.read(bad), "Row 2", "between 0 and 1");
    fails(() -> FaceSchema.table(List.of()).write(dir), "folder of this name");
    fails(() -> FaceSchema.table(List.of()).write(notes.resolve("faces.csv")), "cannot be written");
  }

  @Test
  void refusesRowsThatContradictThemselves() {
    assertThatThrownBy(() -> new FaceRow("a", 1, 0, Optional.of(FACE), RUN, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("numbered from 1");
    assertThatThrownBy(() -> new FaceRow("a", 0, 1, Optional.of(FACE), RUN, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("counted from 1");
    assertThatThrownBy(() -> new FaceRow("a", 1, 1, Optional.of(FACE), RUN, "It is broken."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("It is broken.");
  }

  private static void fails(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String... parts) {
    assertThatThrownBy(work).isInstanceOf(FacesException.class).hasMessageContainingAll(parts);
  }
}
