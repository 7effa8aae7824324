package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.exchange.dataset.CocoJson;
import io.github.facesj.face.Box;
import io.github.facesj.run.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** COCO as CVAT, Label Studio and others write it: read, or named as left out with a count. */
class CocoOfOthersTest {

  private static final String GOOD = "{\"id\":2,\"image_id\":1,\"bbox\":[5,6,7,8]}";

  @TempDir Path dir;

  private ReadFaces read(String annotations, String categories) throws Exception {
    return new CocoJson()
        .read(
            Files.writeString(
                dir.resolve("a.json"),
                String.format(
                    Locale.ROOT,
                    """
                    {"info":{"description":"by somebody"},
                     "images":[{"id":1,"file_name":"images\\\\1/x.jpg"}],
                     "annotations":[%s],"categories":[%s]}\
                    """,
                    annotations,
                    categories)));
  }

  private static List<String> sentences(ReadFaces read) {
    return read.problems().stream().map(Problem::sentence).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "\"x\"",
        "[]",
        "{}",
        "{\"id\":\"one\",\"image_id\":1,\"bbox\":[1,2,3,4]}",
        "{\"id\":1,\"image_id\":\"x\",\"bbox\":[1,2,3,4]}",
        "{\"id\":1,\"image_id\":1,\"bbox\":\"1,2,3,4\"}",
        "{\"id\":1,\"image_id\":1,\"bbox\":{\"x\":1}}",
        "{\"id\":1,\"image_id\":1,\"bbox\":[[1,2],[3,4]]}",
        "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3]}",
        "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3,4],\"keypoints\":7}",
        "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3,4],\"attributes\":{\"name\":[]}}",
        "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3,4],\"category_id\":\"x\"}",
        "{\"id\":1,\"image_id\":1,\"segmentation\":[[1,2],\"x\"]}",
        "{\"id\":1,\"image_id\":1,\"segmentation\":[]}"
      })
  void oneBadAnnotationIsLostAndTold(String bad) throws Exception {
    ReadFaces read = read(bad + "," + GOOD, "");
    assertThat(read.photos().get(0).faces()).hasSize(1);
    assertThat(sentences(read)).singleElement().asString().doesNotContain("Exception", "gson");
  }

  @Test
  void backslashesOfWindowsPartFolders() throws Exception {
    assertThat(read(GOOD, "").photos().get(0).photo()).isEqualTo("images/1/x.jpg");
  }

  @Test
  void turnedBoxesGiveTheBoxRoundThem() throws Exception {
    ReadFaces read =
        read(
            "{\"id\":1,\"image_id\":1,\"bbox\":[10,20,30,40],\"attributes\":{\"rotation\":90.0}},"
                + "{\"id\":3,\"image_id\":1,\"bbox\":[10,20,30,40],\"attributes\":{\"rotation\":0}}",
            "");
    Box box = read.photos().get(0).faces().get(0).face().box();
    assertThat(box.iou(new Box(5, 25, 40, 30))).isGreaterThan(0.999);
    assertThat(read.photos().get(0).faces().get(1).face().box()).isEqualTo(new Box(10, 20, 30, 40));
    assertThat(sentences(read))
        .containsExactly(
            "Turned boxes: 1 (rotation), of which the upright boxes round them were read.");
  }

  @Test
  void polygonsMasksAndCrowds() throws Exception {
    ReadFaces read =
        read(
            "{\"id\":1,\"image_id\":1,\"bbox\":[],\"segmentation\":[[1,2,11,2,11,22],[5,1,6,30]]},"
                + "{\"id\":3,\"image_id\":1,\"segmentation\":{\"counts\":[1,2],\"size\":[4,4]}},"
                + "{\"id\":4,\"image_id\":1,\"bbox\":[1,2,3,4],\"iscrowd\":1},"
                + GOOD,
            "");
    assertThat(read.photos().get(0).faces())
        .extracting(f -> f.face().box())
        .containsExactly(new Box(1, 1, 10, 29), new Box(5, 6, 7, 8));
    assertThat(sentences(read))
        .containsExactly(
            "Left out: 1 of a crowd, not of one face.",
            "Left out: 1 with a mask (RLE) only, and no box.");
  }

  @Test
  void categoriesOfPeopleAreNamesAndOthersAreTold() throws Exception {
    String faces = "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3,4],\"category_id\":%d}";
    ReadFaces read =
        read(
            String.format(Locale.ROOT, faces, 1)
                + ","
                + String.format(Locale.ROOT, faces, 2)
                + ","
                + String.format(Locale.ROOT, faces, 3)
                + ","
                + String.format(Locale.ROOT, faces, 4)
                + ",{\"id\":9,\"image_id\":1,\"bbox\":[1,2,3,4],\"category_id\":1,"
                + "\"attributes\":{\"name\":\"Bo\"}}",
            "{\"id\":1,\"name\":\"Ada\",\"supercategory\":\"person\"},{\"id\":2,\"name\":\"Face\"},"
                + "{\"id\":3,\"name\":\"car\",\"supercategory\":\"vehicle\"},"
                + "{\"id\":4,\"name\":\"face-68\",\"supercategory\":\"person\"}");
    assertThat(read.photos().get(0).faces())
        .extracting(NamedFace::name)
        .containsExactly("Ada", "", "", "", "Bo");
    assertThat(sentences(read)).singleElement().asString().contains("no kind of face: 1 (car)");
  }
}
