package io.github.facesj.exchange.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.run.FacesException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets inside of files of every format, whole and broken. */
class EmbeddedXmpTest {

  private static final byte[] XMP =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>".getBytes(StandardCharsets.UTF_8);

  @TempDir Path dir;

  @Test
  void packetsAreFoundInFilesOfEveryFormat() throws Exception {
    for (Map.Entry<String, byte[]> file : XmpContainers.all(XMP).entrySet()) {
      Path photo = Files.write(dir.resolve(file.getKey()), file.getValue());
      assertThat(EmbeddedXmp.packets(photo)).as(file.getKey()).hasSize(1);
      assertThat(EmbeddedXmp.packets(photo).get(0)).as(file.getKey()).isEqualTo(XMP);
    }
    Path photo = MarkedPhoto.write(dir.resolve("none.jpg"), 6);
    assertThat(EmbeddedXmp.packets(photo)).isEmpty();
  }

  /** Cut anywhere, or with any byte changed, there is a sentence or nothing, and soon. */
  @Test
  void damagedFilesHaveASentenceOrNoMetadata() throws Exception {
    Path file = dir.resolve("a");
    for (byte[] whole : XmpContainers.all(XMP).values()) {
      for (int i = 0; i < whole.length; i++) {
        byte[] other = whole.clone();
        other[i] = (byte) ~other[i];
        byte[] empty = whole.clone();
        empty[i] = 10; // such as the length of a box of two bytes
        for (byte[] bytes : List.of(Arrays.copyOf(whole, i), other, empty)) {
          Files.write(file, bytes);
          try {
            assertThat(EmbeddedXmp.packets(file).size()).isLessThan(5);
          } catch (FacesException e) {
            assertThat(e).hasMessageContaining("metadata").hasMessageContaining(file.toString());
          }
        }
      }
    }
  }
}
