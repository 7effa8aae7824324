package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.TestJvm;
import io.github.facesj.image.FaceImage;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.table.CsvTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
}
