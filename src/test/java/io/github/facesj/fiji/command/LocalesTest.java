package io.github.facesj.fiji.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Sample;
import io.github.facesj.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What machines read is the same to the last byte in every locale. The locales are those whose
 * digits, marks or letters differ; Java has other digits in Hindi only where it is told so.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalesTest {

  /** Of the process that starts under the first of them, so that nothing is made before. */
  private static final List<String> OTHERS =
      List.of(
          "fa-IR",
          "ar-EG",
          "hi-IN-u-nu-deva",
          "my-MM",
          "ne-NP",
          "tr-TR",
          "th-TH-u-nu-thai-x-lvariant-TH");

  private static final List<String> PHOTOS =
      List.of("portraits/ada/ada_1.jpg", "portraits/ada/ada_2.jpg", "portraits/bo/bo_1.jpg");

  @TempDir Path dir;

  private Process start(List<String> locales) throws IOException {
    List<String> args =
        new ArrayList<>(List.of(dir + "/portraits", dir + "/tables", dir + "/" + locales.get(0)));
    args.addAll(locales);
    String[] tag = locales.get(0).split("-");
    List<String> options =
        List.of(
            "-Xmx1g",
            "-Djava.awt.headless=true",
            "-Duser.language=" + tag[0],
            "-Duser.country=" + tag[1]);
    Files.createDirectories(dir.resolve(locales.get(0)));
    return new ProcessBuilder(
            TestJvm.command(options, MachineText.class, args.toArray(String[]::new)))
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve(locales.get(0) + ".log").toFile())
        .start();
  }

  private void folders() throws IOException {
    for (String name : PHOTOS) {
      Path photo = dir.resolve(name);
      Files.createDirectories(photo.getParent());
      Files.copy(Sample.path(name), photo);
    }
    Files.writeString(dir.resolve("portraits/bo/bo_2.jpg"), "no photo");
    Path tables = Files.createDirectories(dir.resolve("tables"));
    table("faces.csv", tables.resolve("EvaluateDetection.csv"));
    table("landmarks68.csv", tables.resolve("EvaluateLandmarks.csv"));
    Files.write(
        tables.resolve("pairs.csv"),
        List.of("a,b,same", "ada/ada_1.jpg,ada/ada_2.jpg,1", "ada/ada_1.jpg,bo/bo_1.jpg,0"));
  }

  /** The rows about the photos here, which are named as the folder of the portraits has them. */
  private static void table(String sample, Path file) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String row : Files.readAllLines(Sample.path(sample))) {
      if (rows.isEmpty() || row.matches("portraits/(ada/ada_[12]|bo/bo_1)\\..*")) {
        rows.add(row.replaceFirst("^portraits/", ""));
      }
    }
    Files.write(file, rows);
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return files;
  }

  private void ended(Process process, String log) throws Exception {
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(dir.resolve(log + ".log"))).isZero();
  }

  @Test
  void machineTextIsTheSameUnderEveryLocale() throws Exception {
    Needs.fonts();
    folders();
    Process english = start(List.of("en-US"));
    Process others = start(OTHERS);
    ended(english, "en-US");
    ended(others, OTHERS.get(0));
    Map<String, String> right = files(dir.resolve("en-US/en-US"));
    assertThat(right.keySet())
        .contains("landmarks.csv", "out.coco", "v.npy", "people.json", "archive.txt")
        .contains("EvaluateLandmarks/summary.csv", "EvaluateClustering/curve.png");
    assertThat(right.get("said.txt").lines())
        .filteredOn(line -> line.startsWith("canceled "))
        .allMatch(line -> line.endsWith(": null"));
    for (String locale : OTHERS) {
      Map<String, String> made = files(dir.resolve(OTHERS.get(0)).resolve(locale));
      assertThat(made.keySet()).as(locale).isEqualTo(right.keySet());
      right.forEach(
          (name, text) -> assertThat(made.get(name)).as(locale + " " + name).isEqualTo(text));
    }
  }
}
