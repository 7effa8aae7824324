package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Needs;
import io.github.facesj.Program;
import io.github.facesj.Sample;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.RunWatch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos that a program of the system decodes: the same picture, upright once, bounded, told. */
class ConvertedPhotoTest {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 200;

  @TempDir static Path home;
  private static Path small;

  @TempDir Path dir;

  @BeforeAll
  static void shrink() throws Exception {
    FaceImage large = PhotoReader.read(Sample.path("portraits/ada/ada_1.jpg"));
    int[] rgb =
        new Resizer()
            .resize(large.pixels(), large.width(), large.height(), WIDTH, HEIGHT, Resampling.AREA);
    small = home.resolve("small.jpg");
    PictureFile.write(small, FaceImage.of(WIDTH, HEIGHT, rgb));
  }

  @AfterEach
  void path() {
    System.clearProperty(DecoderProgram.FOLDERS);
  }

  /** The sample in another format, with an EXIF orientation. */
  private Path encoded(String kind, int orientation) throws Exception {
    Path jpeg = dir.resolve("o.jpg");
    byte[] bytes = Files.readAllBytes(small);
    ByteBuffer turned = ByteBuffer.allocate(bytes.length + 36);
    // APP1 with one entry: tag 0x0112, one SHORT (CIPA DC-008).
    turned.put(bytes, 0, 2).put(HexFormat.of().parseHex("ffe10022457869660000"));
    turned.put(HexFormat.of().parseHex("4d4d002a00000008000101120003000000010000000000000000"));
    turned.put(31, (byte) orientation).put(bytes, 2, bytes.length - 2);
    Files.write(jpeg, turned.array());
    Path out = dir.resolve("photo." + kind);
    switch (kind) {
      case "heic" -> run("heif-convert", "heif-enc", "-q", "95", "-o", out, jpeg);
      case "avif" ->
          run("heif-convert", "heif-enc", "-A", "-p", "speed=9", "-q", "95", "-o", out, jpeg);
      case "jxl" -> run("djxl", "cjxl", jpeg, out);
      default -> {
        Path png = dir.resolve("o.png");
        run("djxl", "cjxl", jpeg, dir.resolve("o.jxl"));
        run("djxl", "djxl", dir.resolve("o.jxl"), png);
        run("opj_decompress", "opj_compress", "-r", "5", "-i", png, "-o", out);
      }
    }
    return out;
  }

  private static void run(String decoder, String program, Object... arguments) throws Exception {
    Needs.program(decoder);
    List<String> command =
        Stream.concat(Stream.of(Needs.program(program)), Stream.of(arguments).map(Object::toString))
            .toList();
    Program.run(command.toArray(String[]::new));
  }

  /** Mean difference of all channels, 0 to 255. */
  private static double difference(FaceImage a, FaceImage b) {
    assertThat(a.width()).isEqualTo(b.width());
    assertThat(a.height()).isEqualTo(b.height());
    long sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        sum += Math.abs((a.pixels()[i] >> shift & 255) - (b.pixels()[i] >> shift & 255));
      }
    }
    return sum / 3.0 / a.pixels().length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "jxl", "jp2"})
  void isThePicture(String kind) throws Exception {
    Path photo = encoded(kind, 1);
    FaceImage original = PhotoReader.read(small);
    assertThat(difference(PhotoReader.read(photo), original)).isLessThan(4);
    assertThat(PhotoReader.pages(photo)).isOne();
    assertThat(PhotoReader.frame(photo, 0).width()).isEqualTo(WIDTH);
    if (!kind.equals("jxl")) {
      assertThat(PhotoReader.needs(photo, Progress.SILENT))
          .containsExactly(PhotoMemory.needed(WIDTH * HEIGHT, false));
    }
    Path renamed = Files.move(photo, dir.resolve("IMG 1 %d [x] 'é.jpg"));
    assertThat(difference(PhotoReader.read(renamed), original)).isLessThan(4);
    assertThat(PhotoFolder.list(dir, Progress.SILENT)).contains(renamed);
  }

  @ParameterizedTest
  @CsvSource({"jxl, 3", "jxl, 6", "jxl, 8", "heic, 3", "heic, 6", "heic, 8", "avif, 6"})
  void isTurnedOnce(String kind, int orientation) throws Exception {
    Path photo = encoded(kind, orientation);
    if (!kind.equals("jxl")) {
      // As phones write it: the turn is a property of the picture, and EXIF says it once more.
      Files.write(photo, HeifTurn.in(Files.readAllBytes(photo), orientation));
    }
    FaceImage upright = Orientation.ofExif(orientation).upright(PhotoReader.read(small));
    assertThat(difference(PhotoReader.read(photo), upright)).isLessThan(4);
  }

  @Test
  void isNamedWhereNoProgramIsThere() throws Exception {
    System.setProperty(DecoderProgram.FOLDERS, "");
    Path photo = dir.resolve("a.jpg");
    Files.write(photo, "\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> PhotoReader.read(photo))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("a.jpg is a HEIC picture, which FacesJ cannot read by itself.")
        .hasMessageContaining("Install heif-dec (libheif)");
    Files.copy(photo, dir.resolve("b.heic"));
    Files.copy(photo, dir.resolve("c"));
    PhotoListing listing = PhotoFolder.of(dir).listing(Progress.SILENT);
    assertThat(listing.photos()).containsExactly(photo);
    assertThat(listing.passedOver()).singleElement().asString().contains("HEIC pictures: 2 (b.");
  }

  private void program(String name, String script) throws Exception {
    Path bin = Files.createDirectories(dir.resolve("bin"));
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(DecoderProgram.FOLDERS, ".:relative::" + bin);
  }

  private Path heic() throws Exception {
    ByteBuffer bytes = ByteBuffer.allocate(60);
    bytes.putInt(24).put("ftypheic".getBytes(StandardCharsets.US_ASCII)).position(24);
    bytes.putInt(20).put("ispe".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(4).putInt(3);
    return Files.write(dir.resolve("a.heic"), bytes.array());
  }

  private static long scratchFolders() throws Exception {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(p -> p.getFileName().toString().startsWith("facesj-")).count();
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  @Test
  void stopsWithTheRun() throws Exception {
    program("heif-dec", "while :; do :; done");
    Path photo = heic();
    long before = scratchFolders();
    Set<ProcessHandle> others = children(); // other tests share this Java
    long start = System.nanoTime();
    Progress stop =
        new RunWatch() {
          @Override
          public boolean isCanceled() {
            return System.nanoTime() - start > 200_000_000;
          }
        };
    assertThatThrownBy(() -> PhotoReader.read(photo, 0, stop))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("was stopped");
    assertThat(children()).isSubsetOf(others);
    assertThat(scratchFolders()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 1",
        "exit 0",
        "echo nonsense > \"$2\"",
        ": > \"$2\"",
        "mkdir \"$2\"",
        "ln -s /etc/passwd \"$2\"",
        "kill -9 $$"
      })
  void aProgramThatFailsIsAProblemOfThePhoto(String script) throws Exception {
    program("heif-dec", script);
    Path photo = heic();
    long before = scratchFolders();
    assertThatThrownBy(() -> PhotoReader.read(photo))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("a.heic")
        .hasMessageNotContaining("Exception");
    assertThat(scratchFolders()).isEqualTo(before);
  }

  @Test
  void hugePicturesAreRefusedBeforeAnythingIsStarted() throws Exception {
    program("heif-dec", "touch " + dir.resolve("started"));
    Path photo = heic();
    byte[] bytes = Files.readAllBytes(photo);
    ByteBuffer.wrap(bytes).putInt(36, 65_535).putInt(40, 65_535);
    Files.write(photo, bytes);
    assertThatThrownBy(() -> PhotoReader.read(photo))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("too large: it has 4294 million pixels");
    assertThat(dir.resolve("started")).doesNotExist();
  }
}
