package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Program;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.XmpContainers;
import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata inside of photos, put there by exiftool and by hand. */
class PhotoMetadataTest {

  private static final Box FACE = new Box(30, 20, 24, 30);

  @TempDir Path dir;

  private static String packet(PhotoFrame photo) {
    return WritingProgram.DIGIKAM.xmp(photo, FACE, "Ada");
  }

  /** In a small picture of the format, exiftool writes the packet and the orientation. */
  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "tif"})
  void regionsThatExiftoolPutIntoAPhotoAreRead(String format) throws Exception {
    String exiftool = Program.find("exiftool");
    Path photo = dir.resolve("a." + format);
    BufferedImage image = new BufferedImage(160, 96, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format.equals("tif") ? "tiff" : format, photo.toFile()))
        .isTrue();
    PhotoFrame frame = PhotoFrame.ofStored(160, 96, Orientation.TURN_RIGHT);
    Path xmp = Files.writeString(dir.resolve("packet.txt"), packet(frame));
    Program.run(exiftool, "-q", "-overwrite_original", "-XMP<=" + xmp, photo + "");
    Program.run(exiftool, "-q", "-overwrite_original", "-n", "-IFD0:Orientation=6", photo + "");
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(dir);
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("a." + format);
    assertThat(read.photos().get(0).frame()).contains(frame);
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
    assertThat(read.photos().get(0).faces().get(0).face().box().iou(FACE)).isGreaterThan(0.9999);
  }

  /** HEIC is not opened here without a program for it; its metadata say how large it is. */
  @Test
  void regionsInAnHeicFileAreRead() throws Exception {
    byte[] xmp = packet(PhotoFrame.ofStored(160, 96, Orientation.UPRIGHT)).getBytes("UTF-8");
    Path heic = Files.write(dir.resolve("b.heic"), XmpContainers.all(xmp).get("a.heic"));
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(heic);
    Box box = read.photos().get(0).faces().get(0).face().box();
    assertThat(box.x()).isCloseTo(FACE.x(), within(1e-4));
  }
}
