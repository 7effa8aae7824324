package io.github.facesj.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import io.github.facesj.detect.Samples;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Fonts;
import io.github.facesj.metrics.DetectionTally;
import io.github.facesj.metrics.PrecisionRecall;
import io.github.facesj.table.FaceCsvReader;
import io.github.facesj.table.FaceRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo of the README, and how right it is. */
class DemoTest {

  private static final Logger LOG = Logger.getLogger("demo");

  @TempDir Path dir;

  @Test
  void findsTheFacesOfTheSampleImages() throws Exception {
    Demo.main(new String[] {Sample.FOLDER.toString(), dir.toString(), "facesj-detector"});
    List<FaceRow> rows = FaceCsvReader.read(dir.resolve("faces.csv"));
    Map<String, List<Face>> found =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    FaceRow::photo,
                    Collectors.mapping(
                        FaceRow::face,
                        Collectors.flatMapping(Optional::stream, Collectors.toList()))));
    DetectionTally tally = new DetectionTally(0.5);
    Map<String, List<Box>> truth = Samples.truth();
    found.forEach(
        (photo, faces) -> tally.add(faces, truth.getOrDefault(photo, List.of()), List.of()));
    PrecisionRecall.Point at = tally.curve().at(0);
    LOG.info(
        () ->
            String.format(
                Locale.ROOT,
                "demo: %d photos, %d faces are there, recall %.3f and precision %.3f at IoU 0.5",
                found.size(),
                tally.curve().faces(),
                at.recall(),
                at.precision()));
    assertThat(rows).extracting(FaceRow::problem).containsOnly("");
    assertThat(found).hasSize(40).containsKey("variants/noface.jpg");
    assertThat(at.recall()).isGreaterThanOrEqualTo(0.85);
    assertThat(at.precision()).isGreaterThanOrEqualTo(0.85);
    try (Stream<Path> drawn = Files.walk(dir.resolve("annotated"))) {
      assertThat(drawn.filter(Files::isRegularFile)).hasSize(40);
    }
  }

  /**
   * The one thing that a machine with a JDK and Maven may lack, and that is for the letters only.
   */
  @Test
  void worksWithoutFontsAndTellsWhereItsResultsAre() throws Exception {
    boolean linux = System.getProperty("os.name").startsWith("Linux");
    Needs.that(linux, "Linux, where Java has its fonts from fontconfig");
    Path none = Files.writeString(dir.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    Path results = dir.resolve("my results");
    ProcessBuilder builder =
        new ProcessBuilder(
            TestJvm.command(
                List.of("-Djava.awt.headless=true", "-Duser.home=" + dir), // no notes of fonts
                Demo.class,
                "sample-images/groups",
                results.toString(),
                "facesj-detector"));
    builder.environment().put("FONTCONFIG_FILE", none.toString());
    Path out = dir.resolve("out.txt");
    Process demo = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(demo.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(out);
    assertThat(demo.exitValue()).as(said).isZero();
    Path table = results.resolve("faces.csv").toAbsolutePath();
    Path drawings = results.resolve("annotated").toAbsolutePath();
    assertThat(said)
        .contains(Fonts.NONE)
        .endsWith(
            String.format(
                Locale.ROOT,
                "The table of the faces: %s%nThe photos with faces drawn in: %s%n",
                table,
                drawings));
    assertThat(FaceCsvReader.read(table)).extracting(FaceRow::problem).containsOnly("");
    try (Stream<Path> drawn = Files.list(drawings)) {
      assertThat(drawn.filter(Files::isRegularFile)).hasSize(6);
    }
  }
}
