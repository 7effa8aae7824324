package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RAW files beside their sidecars: there, but not to be opened, though they look like a TIFF. */
class RawSidecarTest {

  private static final String SIZE =
      "<mwg-rs:AppliedToDimensions stDim:w=\"6000\" stDim:h=\"4000\" stDim:unit=\"pixel\"/>";

  @TempDir Path dir;

  /** A TIFF of 60 x 40, as a RAW file has one for small copies, and a sidecar with a face. */
  private void raw(String ending, String size) throws Exception {
    Path tiff = dir.resolve("small.tif");
    PictureFile.write(tiff, FaceImage.of(60, 40, new int[60 * 40]));
    Files.move(tiff, dir.resolve("DSC_1." + ending));
    Files.writeString(
        dir.resolve("DSC_1.xmp"),
        String.format(
            Locale.ROOT,
            """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/"
              xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#"
              xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#">
            <mwg-rs:Regions rdf:parseType="Resource">%s<mwg-rs:RegionList><rdf:Bag><rdf:li>
            <rdf:Description mwg-rs:Name="Ada" mwg-rs:Type="Face">
            <mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.1" stArea:h="0.2" stArea:unit="normalized"/>
            </rdf:Description></rdf:li></rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """,
            size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEF", "dng", "CR2", "arw", "heic"})
  void theSidecarSaysHowLargeThePhotoIs(String ending) throws Exception {
    raw(ending, SIZE);
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(dir);
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos())
        .singleElement()
        .extracting(p -> p.photo())
        .isEqualTo("DSC_1." + ending);
    Box box = read.photos().get(0).faces().get(0).face().box();
    if (!ending.equals("heic")) { // what lies under that name is a TIFF, and read as one
      assertThat(box.iou(new Box(2700, 1600, 600, 800))).isGreaterThan(0.999);
    }
  }

  @Test
  void whatItIsIsSaid() throws Exception {
    raw("NEF", "");
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(dir);
    assertThat(read.problems())
        .singleElement()
        .extracting(Problem::sentence)
        .asString()
        .contains("cannot be opened here")
        .doesNotContain("does not lie beside");
    assertThatThrownBy(() -> PhotoReader.read(dir.resolve("DSC_1.NEF")))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("is a RAW file, which FacesJ cannot develop");
  }

  @Test
  void aSidecarWithoutRegionsIsNoProblem() throws Exception {
    raw("NEF", SIZE);
    Files.writeString(
        dir.resolve("DSC_2.xmp"),
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
            + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
            + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
            + " xmp:Rating=\"3\"/></rdf:RDF></x:xmpmeta>");
    assertThat(new XmpRegions(Optional.empty(), false).read(dir).problems()).isEmpty();
  }
}
