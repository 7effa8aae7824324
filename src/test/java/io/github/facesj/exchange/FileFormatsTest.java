package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.evaluation.Pair;
import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.PairList;
import io.github.facesj.exchange.dataset.CocoJson;
import io.github.facesj.exchange.dataset.VocXml;
import io.github.facesj.exchange.dataset.WiderResults;
import io.github.facesj.exchange.dataset.WiderTruth;
import io.github.facesj.exchange.numpy.EmbeddingFiles;
import io.github.facesj.exchange.numpy.Npy;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.Orientation;
import io.github.facesj.io.InputFile;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Provenance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Formats of data sets: WIDER FACE, COCO, PASCAL VOC, NumPy, LFW's pairs. */
class FileFormatsTest {

  private static final PhotoFrame FRAME = new PhotoFrame(640, 480, Orientation.UPRIGHT);
  private static final Landmarks FIVE =
      Landmarks.of(LandmarkScheme.FIVE, 0.5, 1.5, 3, 4, 5, 6, 7, 8, 9, 10);
  private static final NamedFace ADA =
      new NamedFace(Face.of(new Box(9.5, 19.25, 30, 40), 0.75, FIVE), "Ada <& Co>");

  @TempDir Path dir;

  @Provide
  Arbitrary<List<PhotoFaces>> any() {
    return RandomFaces.photos(RandomFaces.names(), RandomFaces.faces());
  }

  @Provide
  Arbitrary<List<PhotoFaces>> inFolders() {
    Arbitrary<String> xml =
        RandomFaces.names()
            .filter(
                s ->
                    s.codePoints()
                        .noneMatch(
                            c ->
                                (c < 32 && c != 9 && c != 10 && c != 13)
                                    || (c > 0xfffd && c < 0x10000)));
    return RandomFaces.photos(
        RandomFaces.lines(),
        Combinators.combine(RandomFaces.boxes(), Arbitraries.doubles().between(0, 1), xml)
            .as((box, score, name) -> new NamedFace(Face.of(box, score), name)));
  }

  @Provide
  Arbitrary<List<PhotoFaces>> embedded() {
    Arbitrary<Embedding> vectors =
        Arbitraries.floats()
            .between(-1, 1)
            .array(float[].class)
            .ofSize(8)
            .filter(v -> Math.abs(v[0]) > 1e-3)
            .map(v -> Embedding.of("model+sum", v));
    Arbitrary<NamedFace> faces =
        Combinators.combine(RandomFaces.faces(), vectors)
            .as((f, v) -> new NamedFace(f.face().withEmbedding(v), f.name()));
    return RandomFaces.photos(RandomFaces.names(), faces)
        .map(
            all ->
                all.stream()
                    .map(
                        p ->
                            new PhotoFaces(
                                p.photo(),
                                7,
                                p.frame(),
                                p.faces(),
                                new Provenance("model+sum", "ab12", "score=0.5"),
                                ""))
                    .toList());
  }

  private static List<PhotoFaces> upright(List<PhotoFaces> photos) {
    return photos.stream()
        .map(
            p ->
                p.withFrame(
                    new PhotoFrame(
                        p.frame().orElseThrow().width(),
                        p.frame().orElseThrow().height(),
                        Orientation.UPRIGHT)))
        .toList();
  }

  private static void requireDifferentFiles(List<PhotoFaces> photos) {
    long files = photos.stream().map(p -> FolderFiles.stem(p.photo())).distinct().count();
    Assume.that(files == photos.size() && files > 0);
    for (PhotoFaces photo : photos) { // the lines of a file are stripped, its folders are real
      Assume.that(!photo.photo().startsWith("/") && !photo.photo().contains("//"));
    }
  }

  @Property(tries = 100, seed = "20261124")
  void cocoKeepsAllButOneOfTwoKindsOfPoints(@ForAll("any") List<PhotoFaces> photos)
      throws Exception {
    List<PhotoFaces> kept =
        RandomFaces.mapped(
            upright(photos),
            f -> {
              Face plain = Face.of(f.face().box(), f.face().score());
              Landmarks points = f.keypoints().orElse(null);
              Face face =
                  points == null
                      ? plain
                      : points.scheme() == LandmarkScheme.FIVE
                          ? Face.of(plain.box(), plain.score(), points)
                          : plain.withLandmarks(points);
              return new NamedFace(face, f.name());
            });
    assertThat(RandomFaces.again(new CocoJson(), photos, "a.json")).isEqualTo(kept);
  }

  @Property(tries = 60, seed = "20261124")
  void vocKeepsBoxesPeopleAndScores(@ForAll("inFolders") List<PhotoFaces> photos) throws Exception {
    requireDifferentFiles(photos);
    assertThat(RandomFaces.again(new VocXml(), photos, "voc"))
        .containsExactlyInAnyOrderElementsOf(upright(photos));
  }

  @Property(tries = 60, seed = "20261124")
  void widerResultsKeepBoxesAndScores(@ForAll("inFolders") List<PhotoFaces> photos)
      throws Exception {
    requireDifferentFiles(photos);
    List<PhotoFaces> kept =
        RandomFaces.withoutFrame(RandomFaces.mapped(photos, f -> NamedFace.unknown(f.face())));
    assertThat(RandomFaces.again(new WiderResults(), photos, "wider"))
        .containsExactlyInAnyOrderElementsOf(kept);
  }

  @Property(tries = 60, seed = "20261124")
  void widerTruthKeepsWholePixels(@ForAll("inFolders") List<PhotoFaces> photos) throws Exception {
    List<PhotoFaces> whole = RandomFaces.mapped(photos, f -> NamedFace.unknown(whole(f.face())));
    assertThat(RandomFaces.again(new WiderTruth(), photos, "gt.txt"))
        .isEqualTo(RandomFaces.withoutFrame(whole));
  }

  private static Face whole(Face face) {
    Box b = face.box();
    return Face.of(
        Box.ofCorners(
            (double) Math.round(b.x()),
            (double) Math.round(b.y()),
            (double) Math.round(b.right()),
            (double) Math.round(b.bottom())),
        1);
  }

  @Property(tries = 60, seed = "20261124")
  void embeddingsKeepEverything(@ForAll("embedded") List<PhotoFaces> photos) throws Exception {
    List<PhotoFaces> kept = RandomFaces.withFaces(photos);
    Assume.that(!kept.isEmpty());
    assertThat(RandomFaces.again(new EmbeddingFiles(), photos, "a.npy")).isEqualTo(kept);
  }

  @Test
  void widerFilesLookLikeThoseOfTheDataSet() throws Exception {
    List<PhotoFaces> photos =
        List.of(
            PhotoFaces.of("0--Parade/a.jpg", Optional.of(FRAME), List.of(ADA)),
            PhotoFaces.of("0--Parade/b.jpg", Optional.of(FRAME), List.of()));
    new WiderResults().write(photos, dir);
    assertThat(Files.readAllLines(dir.resolve("0--Parade/a.txt")))
        .containsExactly("0--Parade/a.jpg", "1", "9.5 19.25 30.0 40.0 0.75");
    Path truth = dir.resolve("gt.txt");
    new WiderTruth().write(photos, truth);
    assertThat(Files.readAllLines(truth))
        .containsExactly(
            "0--Parade/a.jpg",
            "1",
            "10 19 30 40 0 0 0 0 0 0",
            "0--Parade/b.jpg",
            "0",
            "0 0 0 0 0 0 0 0 0 0");
    Files.writeString(truth, "a.jpg\n2\n1 2 3 4 0 0 0 1 0 0\n5 6 7 8 2 0 0 0 2 0 \n");
    assertThat(new WiderTruth().read(truth).photos().get(0).faces())
        .extracting(f -> f.face().box())
        .containsExactly(new Box(5, 6, 7, 8));
  }

  @Test
  void cocoAndVocCountAsTheirReadersDo() throws Exception {
    List<PhotoFaces> photos = List.of(PhotoFaces.of("a/b.jpg", Optional.of(FRAME), List.of(ADA)));
    Path coco = dir.resolve("coco.json");
    new CocoJson().write(photos, coco);
    assertThat(Files.readString(coco))
        .contains("\"file_name\":\"a/b.jpg\",\"width\":640,\"height\":480")
        .contains("\"bbox\":[9.5,19.25,30.0,40.0],\"area\":1200.0,\"iscrowd\":0")
        .contains("\"num_keypoints\":5,\"keypoints\":[0.0,1.0,2,2.5,3.5,2,")
        .contains("\"attributes\":{\"name\":\"Ada <& Co>\"}");
    new VocXml().write(photos, dir);
    assertThat(Files.readString(dir.resolve("a/b.xml")))
        .contains("<filename>a/b.jpg</filename>", "<width>640</width>", "<name>face</name>")
        .contains("<value>Ada &lt;&amp; Co&gt;</value>")
        .contains("<xmin>10.5</xmin>", "<ymin>20.25</ymin>", "<xmax>39.5</xmax>");
    Files.writeString(
        dir.resolve("labelimg.xml"),
        "<annotation><filename>c.jpg</filename><object><name>Bo</name><bndbox><xmin>1</xmin>"
            + "<ymin>1</ymin><xmax>10</xmax><ymax>20</ymax></bndbox></object></annotation>");
    assertThat(new VocXml().read(dir.resolve("labelimg.xml")).photos().get(0).faces())
        .containsExactly(new NamedFace(Face.of(new Box(0, 0, 10, 20), 1), "Bo"));
  }

  @Test
  void cocoOfOtherProgramsIsRead() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("cvat.json"),
            """
            {"licenses":[{"x":[[1,{}]]}],"annotations":[
             {"id":9,"image_id":4,"category_id":7,"bbox":[1,2,3,4],"segmentation":[],
              "keypoints":[1,2,2,3,4,2,5,6,1,7,8,2,9,10,0]}],
             "images":[{"id":4,"file_name":"x.jpg"},{"id":5,"file_name":"y.jpg"}]}
            """);
    List<PhotoFaces> read = new CocoJson().read(file).photos();
    assertThat(read).extracting(PhotoFaces::photo).containsExactly("x.jpg", "y.jpg");
    assertThat(read.get(0).faces())
        .as("a point that is not given leaves the face without points")
        .containsExactly(NamedFace.unknown(Face.of(new Box(1, 2, 3, 4), 1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"images\":[",
        "{\"images\":7}",
        "{\"images\":[null]}",
        "{\"images\":[{\"id\":1}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,4]}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3]}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,NaN]}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,1e999999999]}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,-4]}]}",
        "{\"annotations\":[{\"image_id\":1,\"bbox\":[1,2,3,4],\"keypoints\":[1,2,2]}]}",
        "{\"images\":[{\"id\":1e99,\"file_name\":\"a\"}]}"
      })
  void brokenCocoHasASentence(String text) throws Exception {
    Path file = Files.writeString(dir.resolve("bad.json"), text);
    assertThatThrownBy(() -> new CocoJson().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("bad.json cannot be used");
  }

  @Test
  void deepJsonThatNobodyAsksForIsPassedOver() throws Exception {
    Path file =
        Files.writeString(
            dir.resolve("deep.json"), "{\"x\":" + "[".repeat(1 << 20) + "]".repeat(1 << 20) + "}");
    assertThat(new CocoJson().read(file).photos()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jpg\\n2\\n1 2 3 4 0.5            | the number of faces, and a line for each",
        "a.jpg\\n1\\n1 2 3 4                | should be 5 numbers",
        "a.jpg\\n1\\n1 2 3 NaN 0.5          | \"NaN\" is no number",
        "a.jpg\\n1\\n1 2 3 4 5              | between 0 and 1",
        "a.jpg\\n99999999999\\n1 2 3 4 0.5  | is no number of faces",
        "a.jpg                              | the number of faces, and a line for each"
      })
  void brokenDetectionsHaveASentence(String text, String sentence) throws Exception {
    Path file = Files.writeString(dir.resolve("bad.txt"), text.strip().replace("\\n", "\n"));
    assertThatThrownBy(() -> new WiderResults().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining(sentence);
    assertThatThrownBy(() -> new WiderTruth().read(file)).isInstanceOf(FacesException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;\">]><annotation>&b;</annotation>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\"><annotation/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM"
            + " \"file:///etc/hostname\">]><annotation><filename>&x;</filename></annotation>",
        "<annotation>",
        "not XML",
        "<other/>",
        "<annotation><object/></annotation>",
        "<annotation><object><bndbox><xmin>1</xmin></bndbox></object></annotation>",
        "<annotation><object><bndbox><xmin>NaN</xmin></bndbox></object></annotation>",
        "<annotation><size><width>1e99</width></size></annotation>"
      })
  void hostileXmlHasASentence(String xml) throws Exception {
    for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Path file = Files.write(dir.resolve("bad.xml"), xml.getBytes(encoding));
      assertThatThrownBy(() -> new VocXml().read(file))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("bad.xml");
    }
  }

  @Test
  void deepXmlHasASentence() throws Exception {
    String xml = "<annotation>" + "<a>".repeat(200_000) + "</a>".repeat(200_000) + "</annotation>";
    Path file = Files.writeString(dir.resolve("deep.xml"), xml);
    assertThatThrownBy(() -> new VocXml().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("within each other");
  }

  @Test
  void giantFilesAreNotRead() throws Exception {
    Path file = dir.resolve("giant.xml");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(InputFile.ONE_PHOTO + 1);
    }
    assertThatThrownBy(() -> new VocXml().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("at most 32 MB are read");
    assertThatThrownBy(() -> new VocXml().read(dir.resolve("none.xml")))
        .hasMessageContaining("is not there");
    assertThatThrownBy(() -> new CocoJson().read(dir)).hasMessageContaining("is a folder");
  }

  @Test
  void brokenMatricesHaveASentence() throws Exception {
    Path file = dir.resolve("m.npy");
    Npy.write(file, List.of(new float[] {1, 2}, new float[] {3, 4}), 2);
    byte[] good = Files.readAllBytes(file);
    for (int cut : new int[] {0, 4, 9, 40, good.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(good, cut));
      assertThatThrownBy(() -> Npy.read(file))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("m.npy is no matrix");
    }
    String text = new String(good, StandardCharsets.ISO_8859_1);
    for (String shape : List.of("(999999999, 999999999)", "(2, 0)", "(-1, 2)", "(2,)")) {
      Files.write(file, text.replace("(2, 2)", shape).getBytes(StandardCharsets.ISO_8859_1));
      assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(FacesException.class);
    }
  }

  @Test
  void pairsAreReadByTheEvaluation() throws Exception {
    List<PhotoFaces> photos = new ArrayList<>();
    for (String person : List.of("ada", "bo b", "chidi")) {
      for (int i = 1; i <= 6; i++) {
        photos.add(
            PhotoFaces.of(
                String.format(Locale.ROOT, "%s/%s_%04d.jpg", person, person, i),
                Optional.empty(),
                List.of(new NamedFace(ADA.face(), person))));
      }
    }
    photos.add(PhotoFaces.of("group.jpg", Optional.empty(), List.of(ADA, ADA)));
    for (String name : List.of("pairs.txt", "pairs.csv")) {
      Path file = dir.resolve(name);
      assertThat(new PairsList().write(photos, file))
          .extracting(p -> p.sentence())
          .containsExactly(
              "1 photos were left out, because they do not show exactly one face with a name.");
      PairList list = PairFiles.read(file, dir);
      assertThat(list.pairs()).hasSize(80);
      assertThat(list.pairs().stream().filter(Pair::same)).hasSize(40);
      assertThat(list.pairs()).extracting(Pair::fold).contains(0, 9).doesNotContain(10);
      assertThat(list.pairs())
          .allMatch(p -> p.same() == p.a().split("/")[0].equals(p.b().split("/")[0]))
          .allMatch(p -> !p.a().equals(p.b()));
    }
    assertThat(
            PairFiles.read(dir.resolve("pairs.txt"), dir).pairs().stream().map(p -> p.a() + p.b()))
        .containsExactlyInAnyOrderElementsOf(
            PairFiles.read(dir.resolve("pairs.csv"), dir).pairs().stream()
                .map(p -> p.a() + p.b())
                .toList());
    byte[] once = Files.readAllBytes(dir.resolve("pairs.txt"));
    new PairsList().write(photos, dir.resolve("pairs.txt"));
    assertThat(Files.readAllBytes(dir.resolve("pairs.txt"))).isEqualTo(once);
    assertThatThrownBy(() -> new PairsList().write(photos.subList(0, 6), dir.resolve("p.csv")))
        .hasMessageContaining("Pairs need two people");
    assertThatThrownBy(() -> new PairsList().read(dir.resolve("pairs.txt")))
        .isInstanceOf(IllegalArgumentException.class);
    List<PhotoFaces> others =
        photos.stream().map(p -> PhotoFaces.of("x" + p.photo(), p.frame(), p.faces())).toList();
    assertThatThrownBy(() -> new PairsList().write(others, dir.resolve("p.txt")))
        .hasMessageContaining("Give the file the ending .csv");
  }

  @Test
  void whatAFormatCannotHoldIsSaid() {
    PhotoFaces unknown = PhotoFaces.of("a.jpg", Optional.empty(), List.of(ADA));
    for (FaceFormat format : List.of(new CocoJson(), new VocXml())) {
      assertThatThrownBy(() -> format.write(List.of(unknown), dir.resolve("x")))
          .hasMessageContaining("photos=[...]");
    }
    PhotoFaces lines = PhotoFaces.of("a\nb.jpg", Optional.of(FRAME), List.of(ADA));
    for (FaceFormat format : List.of(new WiderTruth(), new WiderResults())) {
      assertThatThrownBy(() -> format.write(List.of(lines), dir.resolve("x")))
          .hasMessageContaining("cannot stand on a line");
    }
    PhotoFaces control = PhotoFaces.of("a\u0001.jpg", Optional.of(FRAME), List.of(ADA));
    assertThatThrownBy(() -> new VocXml().write(List.of(control), dir))
        .hasMessageContaining("characters that XML cannot hold");
    assertThatThrownBy(() -> new EmbeddingFiles().write(List.of(unknown), dir.resolve("a.npy")))
        .hasMessageContaining("has no embedding");
    assertThatThrownBy(() -> new EmbeddingFiles().write(List.of(), dir.resolve("a.npy")))
        .hasMessageContaining("There is no face");
    assertThat(dir).isEmptyDirectory();
  }
}
