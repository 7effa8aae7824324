package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.image.FaceImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pixels of real photos against those of libjpeg-turbo, byte for byte. */
@Tag("real")
class PhotoReaderParityTest {

  @Test
  void decodesTheReferencePhotosToTheSameBytes() throws Exception {
    Path reference = Needs.shared("reference-outputs");
    List<String> different = new ArrayList<>();
    List<String> rows = Files.readAllLines(reference.resolve("photos.tsv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      FaceImage image = PhotoReader.read(reference.resolve("photos").resolve(cells[0]));
      assertThat(image.width() + " x " + image.height()).isEqualTo(cells[1] + " x " + cells[2]);
      if (!sha256(image).equals(cells[8])) {
        different.add(cells[0]);
      }
    }
    assertThat(rows).hasSize(26);
    assertThat(different).isEmpty();
  }

  private static String sha256(FaceImage image) throws Exception {
    byte[] bytes = new byte[3 * image.pixels().length];
    int i = 0;
    for (int p : image.pixels()) {
      bytes[i++] = (byte) (p >> 16);
      bytes[i++] = (byte) (p >> 8);
      bytes[i++] = (byte) p;
    }
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
