package io.github.facesj.fiji;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.facesj.Sample;
import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.fiji.command.exchange.ImportFaces;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.photo.PhotoReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** A photo that lies on its side, with metadata that can be read in two ways: its face decides. */
class DetectedFacesTest {

  /** Bytes of the start of a JPEG and of the EXIF that tells its orientation. */
  private static final int HEAD = 2 + 36;

  @TempDir Path dir;

  /** Stored turned to the left, to be turned right. */
  private void write(Path file) throws Exception {
    BufferedImage upright = ImageIO.read(Sample.path("portraits/ada/ada_1.jpg").toFile());
    int w = upright.getWidth();
    int h = upright.getHeight();
    BufferedImage stored = new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        stored.setRGB(y, w - 1 - x, upright.getRGB(x, y));
      }
    }
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(stored, "jpg", jpeg);
    byte[] turned = Files.readAllBytes(MarkedPhoto.write(file, 6));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(turned, 0, HEAD);
    out.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
    Files.write(file, out.toByteArray());
  }

  private static String xmp(PhotoFaces photo, double x, double y, double w, double h) {
    return String.format(
        Locale.ROOT,
        """
        <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
        <rdf:Description rdf:about='' xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
         xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'>
        <mwg-rs:Regions rdf:parseType='Resource'><mwg-rs:AppliedToDimensions stDim:w='%d' stDim:h='%d' stDim:unit='pixel'/>
        <mwg-rs:RegionList><rdf:Bag><rdf:li><rdf:Description mwg-rs:Name='Ada' mwg-rs:Type='Face'>
        <mwg-rs:Area stArea:x='%.6f' stArea:y='%.6f' stArea:w='%.6f' stArea:h='%.6f' stArea:unit='normalized'/>
        </rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """,
        photo.frame().orElseThrow().width(),
        photo.frame().orElseThrow().height(),
        x,
        y,
        w,
        h);
  }

  @Test
  void theFaceDecidesWhichPictureWasMeasured() throws Exception {
    Path photos = Files.createDirectory(dir.resolve("photos"));
    write(photos.resolve("a.jpg"));
    try (Context context = new Context()) {
      CommandService commands = context.service(CommandService.class);
      Path csv = dir.resolve("found.csv");
      commands
          .run(DetectInFolder.class, true, Map.of("input", photos + "", "output", csv + ""))
          .get();
      Box face = new PeopleCsv().read(csv).photos().get(0).faces().get(0).face().box();
      PhotoFaces photo =
          new PeopleCsv()
              .read(csv)
              .photos()
              .get(0)
              .withFrame(PhotoReader.frame(photos.resolve("a.jpg"), 0));
      double w = photo.frame().orElseThrow().width();
      double h = photo.frame().orElseThrow().height();
      Box upright = new Box(face.x() / w, face.y() / h, face.width() / w, face.height() / h);
      Box stored = photo.frame().orElseThrow().orientation().toStored(upright, 1, 1);
      for (Box area : new Box[] {upright, stored}) {
        Files.writeString(
            photos.resolve("a.jpg.xmp"),
            xmp(photo, area.centerX(), area.centerY(), area.width(), area.height()));
        Path read = dir.resolve("read.csv");
        CommandModule done =
            commands
                .run(
                    ImportFaces.class,
                    true,
                    Map.of("input", photos + "", "format", "xmp", "csv", read + ""))
                .get();
        assertThat(done.getCancelReason()).isNull();
        assertThat(((ResultsTable) done.getOutput("skipped")).size()).isZero();
        Box found = new PeopleCsv().read(read).photos().get(0).faces().get(0).face().box();
        assertThat(found.iou(face)).isGreaterThan(0.99);
      }
    }
  }
}
