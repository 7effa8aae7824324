package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import io.github.facesj.image.FaceImage;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.table.CsvTable;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java with little memory: photos that fit are done, one that does not is read reduced. */
class SmallHeapTest {

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx64m", "-Xmx128m"})
  void aPhotoLargerThanTheMemoryIsReadReducedAndTheOthersAreDone(String heap) throws Exception {
    Path given = Files.createDirectory(dir.resolve("given"));
    Path state = Files.createDirectory(dir.resolve("state"));
    new DetectWork().prepare(given, state);
    int side = 6000; // 36 million pixels, 144 MB
    PictureFile.write(
        given.resolve("photos/large.png"), FaceImage.of(side, side, new int[side * side]));
    Path out = dir.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                TestJvm.command(
                    List.of(heap), KilledWork.class, dir.toString(), DetectWork.class.getName()))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    CsvTable table = CsvTable.read("The table", state.resolve("faces.csv"));
    int photo = table.headings().indexOf("photo");
    int problem = table.headings().indexOf("problem");
    assertThat(photo).isNotNegative();
    for (List<String> row : table.rows()) {
      // The large one, too: it is read reduced.
      assertThat(row.get(problem)).as(row.get(photo)).isEmpty();
    }
    assertThat(table.rows()).extracting(row -> row.get(photo)).hasSizeGreaterThanOrEqualTo(7);
  }

  /**
   * Photos of every kind that are larger than the memory: the face is found where it is, a remark
   * says that it was looked at reduced, and a run that was stopped and gone on with says the same.
   */
  @Test
  void facesOfReducedPhotosAreWhereTheyAreAndResumedRunsSayTheSame() throws Exception {
    Path photos = Files.createDirectory(dir.resolve("photos"));
    BufferedImage portrait = ImageIO.read(Sample.path("portraits/ada/ada_1.jpg").toFile());
    int scale = 5; // 7.2 million pixels
    BufferedImage large =
        new BufferedImage(
            scale * portrait.getWidth(),
            scale * portrait.getHeight(),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = large.createGraphics();
    graphics.drawImage(portrait, 0, 0, large.getWidth(), large.getHeight(), null);
    graphics.dispose();
    for (String kind : List.of("bmp", "png", "tif")) {
      ImageIO.write(large, kind, photos.resolve("large." + kind).toFile());
    }
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("small.jpg"));
    List<String> whole = detect(photos, "whole", 0);
    assertThat(whole.get(0)).isEqualTo("4 photos, 4 faces");
    assertThat(whole).hasSize(1 + 3);
    for (String kind : List.of("bmp", "png", "tif")) {
      assertThat(whole)
          .as(kind)
          .anyMatch(line -> line.contains("large." + kind) && line.contains("reduced to 1/"));
    }
    CsvTable table = CsvTable.read("The table", dir.resolve("whole.csv"));
    List<double[]> boxes =
        table.rows().stream()
            .map(
                row ->
                    Stream.of("x", "y", "width", "height")
                        .mapToDouble(c -> Double.parseDouble(row.get(table.headings().indexOf(c))))
                        .toArray())
            .toList();
    double[] small = boxes.get(3);
    for (double[] box : boxes.subList(0, 3)) {
      for (int i = 0; i < 4; i++) {
        assertThat(box[i] / scale).isCloseTo(small[i], within(0.08 * small[2]));
      }
    }
    List<String> stopped = detect(photos, "again", 2);
    assertThat(stopped).isNotEqualTo(whole);
    assertThat(detect(photos, "again", 0)).isEqualTo(whole);
    assertThat(dir.resolve("again.csv")).hasSameBinaryContentAs(dir.resolve("whole.csv"));
  }

  private List<String> detect(Path photos, String name, int stopAfter) throws Exception {
    Path report = dir.resolve(name + ".txt");
    Path out = dir.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                TestJvm.command(
                    List.of("-Xmx64m"),
                    ReducedWork.class,
                    photos.toString(),
                    dir.resolve(name + ".csv").toString(),
                    report.toString(),
                    String.valueOf(stopAfter)))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(out)).isZero();
    return Files.readAllLines(report);
  }
}
