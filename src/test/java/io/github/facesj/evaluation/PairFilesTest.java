package io.github.facesj.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFilesTest {

  @TempDir Path folder;

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void lfw() throws Exception {
    Files.createDirectories(folder.resolve("Ada"));
    Files.writeString(folder.resolve("Ada/Ada_0001.png"), "");
    PairList list =
        PairFiles.read(
            write("pairs.txt", "2\t1\nAda\t1\t4\nAda\t2\tBo\t3\nBo\t1\t2\nBo\t3\tAda\t1\n"),
            folder);
    assertThat(list.pairs())
        .containsExactly(
            new Pair("Ada/Ada_0001.png", "Ada/Ada_0004.jpg", true, 0),
            new Pair("Ada/Ada_0002.jpg", "Bo/Bo_0003.jpg", false, 0),
            new Pair("Bo/Bo_0001.jpg", "Bo/Bo_0002.jpg", true, 1),
            new Pair("Bo/Bo_0003.jpg", "Ada/Ada_0001.png", false, 1));
    assertThatThrownBy(() -> list.photos().open("Bo/Bo_0001.jpg", Progress.SILENT))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("Bo_0001.jpg");
  }

  @Test
  void lfwCutShort() throws IOException {
    Path list = write("pairs.txt", "2\t1\nAda\t1\t4\nAda\t2\tBo\t3\n");
    assertThatThrownBy(() -> PairFiles.read(list, folder)).hasMessageContaining("cut short");
  }

  @Test
  void csv() throws Exception {
    PairList list =
        PairFiles.read(
            write(
                "own.csv",
                "a,b,same\n\"x, y.jpg\",\u5f20\u4f1f/1.jpg,1\n\ud83d\ude42.png,b.png,0\n"),
            folder);
    assertThat(list.pairs())
        .containsExactly(
            new Pair("x, y.jpg", "\u5f20\u4f1f/1.jpg", true, 0),
            new Pair("\ud83d\ude42.png", "b.png", false, 1));
    Path wrong = write("wrong.csv", "a.jpg,b.jpg,1\na.jpg,c.jpg,perhaps\n");
    assertThatThrownBy(() -> PairFiles.read(wrong, folder))
        .hasMessageContaining("Row 2")
        .hasMessageContaining("perhaps");
  }

  @Test
  void foldsAreThoseOfKFold() {
    int[] sizes = new int[10];
    for (int i = 0; i < 23; i++) {
      sizes[PairFiles.fold(i, 23)]++;
    }
    assertThat(sizes).containsExactly(3, 3, 3, 2, 2, 2, 2, 2, 2, 2);
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(112, 112, BufferedImage.TYPE_INT_RGB), "jpg", out);
    return out.toByteArray();
  }

  /** As {@code pickle.dump(([jpeg, jpeg], [True]), f, protocol=4)} writes it. */
  private static byte[] bin(byte[] jpeg) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(HexFormat.of().parseHex("8004" + "95" + "0000000000000000" + "5d94" + "28"));
    for (int i = 0; i < 2; i++) {
      out.write('B');
      for (int b = 0; b < 4; b++) {
        out.write(jpeg.length >> (8 * b));
      }
      out.write(jpeg);
      out.write(0x94);
    }
    out.write(HexFormat.of().parseHex("65" + "5d94" + "88" + "61" + "86" + "94" + "2e"));
    return out.toByteArray();
  }

  @Test
  void insightFaceBin() throws Exception {
    PairList list = PairFiles.read(write("own.bin", bin(jpeg())), folder);
    assertThat(list.aligned()).isTrue();
    assertThat(list.pairs()).containsExactly(new Pair("0", "1", true, 0));
    assertThat(list.photos().open("1", Progress.SILENT).width()).isEqualTo(112);
  }

  @Test
  void bytesAsPythonThreeWritesThemForPythonTwo() throws Exception {
    String pickle =
        "\u0080\u0002(c_codecs\nencode\nX\u0003\0\0\0\u00c3\u00bfaX\u0006\0\0\0latin1\u0086Rt.";
    Object read = Pickle.read("f", pickle.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .singleElement()
        .isEqualTo(new byte[] {(byte) 0xff, 'a'});
  }

  @Test
  void maliciousPickleIsASentence() throws IOException {
    Path os = write("evil.bin", "cos\nsystem\n(S'touch pwned'\ntR.");
    assertThatThrownBy(() -> PairFiles.read(os, folder))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("os system")
        .hasMessageContaining("does not read it");
    Path builtins =
        write("evil4.bin", HexFormat.of().parseHex("80048c086275696c74696e738c046576616c93"));
    assertThatThrownBy(() -> PairFiles.read(builtins, folder))
        .hasMessageContaining("builtins eval");
    Path build = write("evil5.bin", "(lb.");
    assertThatThrownBy(() -> PairFiles.read(build, folder)).hasMessageContaining("byte 2");
  }

  @Test
  void everyTruncationIsASentence() throws IOException {
    byte[] whole = bin(jpeg());
    for (int length = 0; length < whole.length; length += length < 40 ? 1 : 37) {
      Path cut = write("cut.bin", java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> PairFiles.read(cut, folder)).isInstanceOf(FacesException.class);
    }
  }

  @Test
  void wrongLengthsAreSentences() throws IOException {
    for (String hex :
        new String[] {
          "80028d ffffffffffffffff",
          "800242 ffffffff",
          "8002b4",
          "2e",
          "80024b01 2e",
          "294e2e",
          "284b0168",
          "800252"
        }) {
      Path file = write("wrong.bin", HexFormat.of().parseHex(hex.replace(" ", "")));
      assertThatThrownBy(() -> PairFiles.read(file, folder)).isInstanceOf(FacesException.class);
    }
  }
}
