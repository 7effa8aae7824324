package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.exchange.dataset.OpenFaceCsv;
import io.github.facesj.exchange.dataset.PtsFiles;
import io.github.facesj.exchange.dataset.UdacityCsv;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.FaceSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables and points: written, read, and written for others as those count. */
class TableFormatsTest {

  private static final Landmarks IBUG =
      Landmarks.of(
          LandmarkScheme.IBUG68, IntStream.range(0, 136).mapToDouble(i -> i + 0.75).toArray());
  private static final NamedFace ADA =
      new NamedFace(Face.of(new Box(1, 2, 30, 40), 0.5).withLandmarks(IBUG), "=Ada, \"A\"");

  @TempDir Path dir;

  @Provide
  Arbitrary<List<PhotoFaces>> any() {
    return RandomFaces.photos(RandomFaces.names(), RandomFaces.faces());
  }

  @Provide
  Arbitrary<List<PhotoFaces>> ibug() {
    return RandomFaces.photos(RandomFaces.names(), faces68());
  }

  @Provide
  Arbitrary<List<PhotoFaces>> inFolders() {
    return RandomFaces.photos(RandomFaces.lines(), faces68());
  }

  private static Arbitrary<NamedFace> faces68() {
    return Combinators.combine(
            RandomFaces.boxes(),
            RandomFaces.landmarks(LandmarkScheme.IBUG68, 1e5),
            RandomFaces.names())
        .as((box, points, name) -> new NamedFace(Face.of(box, 0.25).withLandmarks(points), name));
  }

  @Property(tries = 200, seed = "20261124")
  void theTableKeepsEverything(@ForAll("any") List<PhotoFaces> photos) throws Exception {
    Assume.that(!photos.isEmpty());
    assertThat(RandomFaces.again(new PeopleCsv(), photos, "a.csv")).isEqualTo(photos);
  }

  @Property(tries = 60, seed = "20261124")
  void openFaceKeepsAllButTheSize(@ForAll("ibug") List<PhotoFaces> photos) throws Exception {
    Assume.that(!photos.isEmpty());
    assertThat(RandomFaces.again(new OpenFaceCsv(), photos, "a.csv"))
        .isEqualTo(RandomFaces.withoutFrame(photos));
  }

  @Property(tries = 60, seed = "20261124")
  void udacityKeepsPhotosAndPoints(@ForAll("ibug") List<PhotoFaces> photos) throws Exception {
    List<PhotoFaces> kept = onlyPoints(photos);
    Assume.that(!kept.isEmpty());
    assertThat(RandomFaces.again(new UdacityCsv(), photos, "a.csv")).isEqualTo(kept);
  }

  @Property(tries = 60, seed = "20261124")
  void ptsKeepsPoints(@ForAll("inFolders") List<PhotoFaces> photos) throws Exception {
    List<PhotoFaces> kept = onlyPoints(photos);
    Assume.that(!kept.isEmpty());
    Assume.that(
        photos.stream().map(p -> FolderFiles.stem(p.photo())).distinct().count() == photos.size());
    List<Landmarks> points = all(kept);
    assertThat(all(RandomFaces.again(new PtsFiles(), photos, "points")))
        .containsExactlyInAnyOrderElementsOf(points);
  }

  private static List<Landmarks> all(List<PhotoFaces> photos) {
    return photos.stream()
        .flatMap(p -> p.faces().stream())
        .map(f -> f.keypoints().orElseThrow())
        .toList();
  }

  private static List<PhotoFaces> onlyPoints(List<PhotoFaces> photos) {
    return RandomFaces.withFaces(
        RandomFaces.withoutFrame(
            RandomFaces.mapped(
                photos,
                f -> {
                  Landmarks points = f.keypoints().orElseThrow();
                  return NamedFace.unknown(Face.of(points.bounds(), 1).withLandmarks(points));
                })));
  }

  @Test
  void aNameIsNoFormulaForASpreadsheet() throws Exception {
    Path file = dir.resolve("people.csv");
    new PeopleCsv().write(List.of(PhotoFaces.of("a.jpg", Optional.empty(), List.of(ADA))), file);
    assertThat(Files.readAllLines(file).get(1))
        .startsWith("a.jpg,1,1,\"'=Ada, \"\"A\"\"\",0.5,1.0,2.0,30.0,40.0,,");
  }

  @Test
  void tablesOfOtherCommandsAreReadAsWell() throws Exception {
    Path who =
        Files.writeString(
            dir.resolve("who.csv"),
            """
            photo,slice,face,name,distance,margin,score,x,y,width,height,candidate1,distance1,threshold,detector,embedder,sha256,problem
            a.jpg,1,1,ada,0.3,0.2,0.9,1,2,3,4,ada,0.3,0.5,d,e,ab,
            a.jpg,1,2,unknown,0.7,,0.8,5,6,7,8,bo,0.7,0.5,d,e,ab,
            b.jpg,1,,,,,,,,,,,,0.5,d,e,ab,It is broken.
            """);
    List<PhotoFaces> read = new PeopleCsv().read(who).photos();
    assertThat(read).extracting(PhotoFaces::photo).containsExactly("a.jpg", "b.jpg");
    assertThat(read.get(0).faces()).extracting(NamedFace::name).containsExactly("ada", "");
    assertThat(read.get(0).faces().get(1).face().box()).isEqualTo(new Box(5, 6, 7, 8));
    assertThat(read.get(1).problem()).isEqualTo("It is broken.");
    Path faces = dir.resolve("faces.csv");
    List<FaceRow> rows =
        FaceRow.of("c.jpg", 2, List.of(ADA.face(), ADA.face()), new Provenance("m", "ab", "p"));
    FaceSchema.table(rows).write(faces);
    assertThat(new PeopleCsv().read(faces).photos().get(0).faces()).hasSize(2);
    assertThat(PhotoFaces.of(rows)).hasSize(1);
    Path plain =
        Files.writeString(dir.resolve("x.csv"), "photo,x,y,width,height\n'a'.jpg,1,2,3,4\n");
    assertThat(new PeopleCsv().read(plain).photos().get(0).photo()).isEqualTo("'a'.jpg");
  }

  @Test
  void everyFormatCountsPixelsInItsOwnWay() throws Exception {
    // x of the first point: 0.75 from the photo's edge, a quarter right of the first pixel's
    // centre.
    List<PhotoFaces> one = List.of(PhotoFaces.of("a/b.jpg", Optional.empty(), List.of(ADA)));
    new UdacityCsv().write(one, dir.resolve("u.csv"));
    List<String> udacity = Files.readAllLines(dir.resolve("u.csv"));
    assertThat(udacity.get(0)).startsWith(",0,1,").endsWith(",135");
    assertThat(udacity.get(1)).startsWith("a/b.jpg,0.25,1.25,2.25,").endsWith(",135.25");
    new OpenFaceCsv().write(one, dir.resolve("o.csv"));
    List<String> openface = Files.readAllLines(dir.resolve("o.csv"));
    assertThat(openface.get(0))
        .startsWith("frame,face_id,timestamp,confidence,success,pose_Rx,pose_Ry,pose_Rz,x_0,x_1,")
        .contains(",x_67,y_0,");
    assertThat(Arrays.asList(openface.get(1).split(","))).containsSequence("0.25", "2.25", "4.25");
    new PtsFiles().write(one, dir);
    assertThat(Files.readAllLines(dir.resolve("a/b.pts")))
        .startsWith("version: 1", "n_points: 68", "{", "1.25 2.25", "3.25 4.25")
        .endsWith("135.25 136.25", "}")
        .hasSize(72);
  }

  @Test
  void tablesOfOpenFaceItselfAreRead() throws Exception {
    String x = IntStream.range(0, 68).mapToObj(i -> ", x_" + i).reduce("", String::concat);
    String ones = ", 10.5".repeat(68);
    Path file =
        Files.writeString(
            dir.resolve("clip.csv"),
            "frame, face_id, timestamp, confidence, success"
                + x
                + x.replace('x', 'y')
                + "\n1, 0, 0.000, 0.98, 1"
                + ones
                + ones
                + "\n2, 0, 0.033, 0.00, 0"
                + ", 0".repeat(136)
                + "\n");
    List<PhotoFaces> read = new OpenFaceCsv().read(file).photos();
    assertThat(read).extracting(PhotoFaces::slice).containsExactly(1, 2);
    assertThat(read.get(0).photo()).isEqualTo("clip");
    assertThat(read.get(0).faces().get(0).face().score()).isEqualTo(0.98);
    assertThat(read.get(0).faces().get(0).keypoints().orElseThrow().x(67)).isEqualTo(11);
    assertThat(read.get(1).faces()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "photo,x,y,width,height\\na,NaN,1,2,3           | \"NaN\" is no number",
        "photo,x,y,width,height\\na,1e999999999,1,2,3   | too large or too long",
        "photo,x,y,width,height\\na,1e-999999999,1,2,3  | too large or too long",
        "photo,x,y,width,height\\na,1,1,-2,3            | no negative size",
        "photo,x,y,width,height,score\\na,1,1,2,3,2     | between 0 and 1",
        "photo,x,y,width,height,points\\na,1,1,2,3,7    | 7 points are no mark-up",
        "photo,x,y,width,height,points\\na,1,1,2,3,1e99 | should have a whole number",
        "photo,x,y,width,height,slice\\na,1,1,2,3,0     | counted from 1",
        "photo,x,y,width\\na,1,1,2                      | no column \"height\"",
        "photo,x,y,width,height\\na,1                   | it has 2 of 5 cells",
        "photo,x,y,width,height\\n\"a,1,2,3,4           | cannot be read",
        "photo,x,y,width,height                         | holds no rows"
      })
  void brokenTablesHaveASentence(String text, String sentence) throws Exception {
    Path file = Files.writeString(dir.resolve("bad.csv"), text.strip().replace("\\n", "\n"));
    assertThatThrownBy(() -> new PeopleCsv().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("bad.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version: 1                                   | no points between { and }",
        "version: 1\\nn_points: 68\\n{\\n1 2\\n}      | 1 points are no mark-up",
        "n_points: 68\\n{\\n1 2\\n3 4\\n5 6\\n7 8\\n9 9\\n} | announces 68 points, but holds 5",
        "n_points: 5\\n{\\n1 2\\n3 4\\n5 6\\n7 8\\nNaN 9\\n} | \"NaN\" is no number",
        "n_points: 5\\n{\\n1 2 3\\n}                  | \"1 2 3\" is no point"
      })
  void brokenPointsHaveASentence(String text, String sentence) throws Exception {
    Path file = Files.writeString(dir.resolve("bad.pts"), text.strip().replace("\\n", "\n"));
    assertThatThrownBy(() -> new PtsFiles().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("bad.pts");
  }

  @Test
  void oneBrokenFileOfAFolderIsAProblem() throws Exception {
    new PtsFiles().write(List.of(PhotoFaces.of("b.jpg", Optional.empty(), List.of(ADA))), dir);
    Files.writeString(dir.resolve("a.pts"), "{");
    Files.write(dir.resolve("c.pts"), new byte[] {'{', (byte) 0xff});
    ReadFaces read = new PtsFiles().read(dir);
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("b");
    assertThat(read.problems()).extracting(p -> p.where()).containsExactly("a.pts", "c.pts");
    assertThat(read.problems().get(1).sentence()).contains("not text in UTF-8");
  }

  @Test
  void whatAFormatCannotHoldIsSaid() {
    PhotoFaces plain =
        PhotoFaces.of(
            "a.jpg", Optional.empty(), List.of(NamedFace.unknown(Face.of(new Box(0, 0, 1, 1), 1))));
    for (FaceFormat format : List.of(new UdacityCsv(), new OpenFaceCsv(), new PtsFiles())) {
      assertThatThrownBy(() -> format.write(List.of(plain), dir.resolve("x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Run Find Landmarks first");
    }
    PhotoFaces outside = PhotoFaces.of("../a.jpg", Optional.empty(), List.of(ADA));
    assertThatThrownBy(() -> new PtsFiles().write(List.of(outside), dir.resolve("x")))
        .hasMessageContaining("lies outside of the folder");
    PhotoFaces jpg = PhotoFaces.of("a.jpg", Optional.empty(), List.of(ADA));
    PhotoFaces png = PhotoFaces.of("a.png", Optional.empty(), List.of(ADA));
    assertThatThrownBy(() -> new PtsFiles().write(List.of(jpg, png), dir.resolve("x")))
        .hasMessageContaining("differ in nothing but their ending");
    assertThat(dir).isEmptyDirectory();
  }
}
