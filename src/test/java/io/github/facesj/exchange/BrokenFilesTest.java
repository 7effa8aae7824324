package io.github.facesj.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.TruthTable;
import io.github.facesj.exchange.dataset.CocoJson;
import io.github.facesj.exchange.dataset.VocXml;
import io.github.facesj.exchange.xmp.XmpRegions;
import io.github.facesj.fiji.overlay.RoiZip;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.Reading;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others that were cut short, lie about themselves, or are made to take for ever. */
class BrokenFilesTest {

  @TempDir Path dir;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(dir.resolve(name), text);
  }

  @Test
  void aRowCutShortIsAProblemAndTheOthersAreRead() throws Exception {
    String head = "photo,slice,face,name,x,y,width,height\n";
    ReadFaces read =
        new PeopleCsv().read(file("a.csv", head + "a.jpg,1,1\nb.jpg,1,1,Bo,1,2,3,4\n"));
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("b.jpg");
    assertThat(read.problems())
        .containsExactly(new Problem("a.csv", "Row 2 cannot be used: it has 3 of 8 cells."));
    assertThatThrownBy(() -> new PeopleCsv().read(file("b.csv", head + "a.jpg,1,1\n")))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("Row 2 cannot be used: it has 3 of 8 cells");
    // A comma in a name that nobody put in quotes: what stands where is not known.
    assertThatThrownBy(() -> new PeopleCsv().read(file("c.csv", head + "a,1,1,R,B,1,2,3,4\n")))
        .hasMessageContaining("it has 9 of 8 cells");
  }

  @Test
  void rowsCutShortAreToldByEvaluations() throws Exception {
    Path truth = file("truth.csv", "image,x,y,width,height\na.jpg,1,2,3,4\nb.jpg,1\n");
    assertThatThrownBy(() -> TruthTable.read(truth))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("Row 3")
        .hasMessageContaining("2 of 5 cells");
    Path pairs = file("pairs.csv", "a,b,same,fold\na.jpg,b.jpg,1,0\na.jpg,c.jpg,0\n");
    assertThatThrownBy(() -> PairFiles.read(pairs, dir))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("Row 3")
        .hasMessageContaining("3 of 4 cells");
  }

  private static String coco(String number) {
    return "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"annotations\":["
        + String.format(Locale.ROOT, "{\"id\":1,\"image_id\":1,\"bbox\":[1,2,3,%s]},", number)
        + "{\"id\":2,\"image_id\":1,\"bbox\":[5,6,7,8]}]}";
  }

  @ParameterizedTest
  @ValueSource(ints = {41, 1000, 1_000_000})
  void numbersOfAbsurdLengthAreRefusedAtOnce(int digits) throws Exception {
    Path file = file("long.json", coco("1".repeat(digits)));
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          ReadFaces read = new CocoJson().read(file);
          assertThat(read.photos().get(0).faces()).hasSize(1);
          assertThat(read.problems())
              .singleElement()
              .asString()
              .contains("Annotation 1 cannot be used");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-4", "null", "\"x\"", "1e999", "\"NaN\""})
  void oneBadAnnotationIsLostAndTold(String number) throws Exception {
    ReadFaces read = new CocoJson().read(file("one.json", coco(number)));
    assertThat(read.photos().get(0).faces()).hasSize(1);
    assertThat(read.problems()).singleElement().asString().contains("Annotation 1");
  }

  @Test
  void anAnnotationWithoutItsImageIsTold() throws Exception {
    ReadFaces read =
        new CocoJson()
            .read(
                file(
                    "lost.json",
                    coco("4").replace("\"image_id\":1,\"bbox\":[5", "\"image_id\":9,\"bbox\":[5")));
    assertThat(read.photos().get(0).faces()).hasSize(1);
    assertThat(read.problems()).singleElement().asString().contains("no image with the number 9");
  }

  @Test
  void aNameOfThirtyMegabytesIsReadOrASentence() throws Exception {
    String name = "x".repeat(30_000_000);
    Path file =
        file(
            "long.xml",
            String.format(Locale.ROOT, "<annotation><filename>%s</filename></annotation>", name));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          assertThat(new VocXml().read(file).photos()).hasSize(1);
        });
  }

  @Test
  void errorsAreSentences() {
    assertThatThrownBy(
            () ->
                Reading.guarded(
                    "the table",
                    dir,
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOfSatisfying(FacesException.class, e -> assertThat(e.isPassing()).isTrue())
        .hasMessageContaining("not enough memory to read the table " + dir);
    assertThatThrownBy(
            () ->
                Reading.guarded(
                    "the table",
                    dir,
                    () -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void aCountIsBelievedAsFarAsThereAreBytes() throws Exception {
    Path rois = Path.of("src/test/resources/cases/roi_announces_2e28_points.zip");
    ReadFaces read = new RoiZip().read(rois);
    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains("announces 268435455 points, but has");
  }

  private Path sidecar(String area, String rectangle) throws Exception {
    return file(
        "a.jpg.xmp",
        String.format(
            Locale.ROOT,
            """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
              xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#" xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#"
              xmlns:MP="http://ns.microsoft.com/photo/1.2/" xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#"
              xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#">
            <mwg-rs:Regions rdf:parseType="Resource">
            <mwg-rs:AppliedToDimensions stDim:w="100" stDim:h="100" stDim:unit="pixel"/>
            <mwg-rs:RegionList><rdf:Bag>
            <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Ada</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Area %s/></rdf:li>
            <rdf:li rdf:parseType="Resource"><mwg-rs:Name>Bo</mwg-rs:Name><mwg-rs:Type>Face</mwg-rs:Type>
              <mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.1" stArea:h="0.1"/></rdf:li>
            </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
            <MP:RegionInfo rdf:parseType="Resource"><MPRI:Regions><rdf:Bag>
            <rdf:li rdf:parseType="Resource"><MPReg:Rectangle>%s</MPReg:Rectangle></rdf:li>
            </rdf:Bag></MPRI:Regions></MP:RegionInfo>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """,
            area,
            rectangle));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0.1", "0.1, NaN", "Infinity, 0.1", "0.1, -0.2", "0.1, 0", "1e300, 0.1"})
  void regionsWithoutAPlaceAreTold(String x, String w) throws Exception {
    String area =
        String.format(
            Locale.ROOT, "stArea:x=\"%s\" stArea:y=\"0.3\" stArea:w=\"%s\" stArea:h=\"0.2\"", x, w);
    ReadFaces read =
        new XmpRegions(Optional.empty(), false)
            .read(sidecar(area, String.format(Locale.ROOT, "%s, 0.1, %s, 0.2", x, w)));
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Bo");
    assertThat(read.problems())
        .extracting(Problem::sentence)
        .hasSize(2)
        .anyMatch(s -> s.startsWith("Face region 1 has no place"))
        .anyMatch(s -> s.startsWith("Region 1 has no place"));
  }

  @Test
  void longNamesAreShortenedSoon() {
    String name = "\ud83d\ude00ab".repeat(2_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(FileNames.of(name)).hasSizeBetween(60, 200));
  }
}
