package io.github.facesj.fiji.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the ROI Manager, opened by ImageJ's own decoder and by ours. */
class RoiZipTest {

  private static final Landmarks FIVE =
      Landmarks.of(LandmarkScheme.FIVE, 0.5, 1.5, 3, 4, 5, 6, 7, 8, 9, 10);
  private static final Landmarks MANY =
      Landmarks.of(
          LandmarkScheme.IBUG68, IntStream.range(0, 136).mapToDouble(i -> i + 0.25).toArray());
  private static final Face ADA = Face.of(new Box(9.5, 19.25, 30, 40), 0.123456789, FIVE);
  private static final Face BO = Face.of(new Box(1, 2, 3, 4), 1).withLandmarks(MANY);

  @TempDir Path dir;

  private static List<Roi> rois(Path zip) throws Exception {
    List<Roi> rois = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        rois.add(new RoiDecoder(in.readAllBytes(), e.getName()).getRoi());
      }
    }
    return rois;
  }

  private static PhotoFaces of(String photo, int slice, NamedFace... faces) {
    return new PhotoFaces(photo, slice, Optional.empty(), List.of(faces), PhotoFaces.ELSEWHERE, "");
  }

  @Test
  void imagejOpensNamedGroupedRoisAtTheirSlices() throws Exception {
    Path zip = dir.resolve("faces.zip");
    new RoiZip()
        .write(
            List.of(
                of("s.tif", 2, new NamedFace(ADA, "Zoë"), new NamedFace(BO, "Ada")),
                of("s.tif", 5, new NamedFace(ADA, ""))),
            zip);
    List<Roi> rois = rois(zip);
    assertThat(rois)
        .extracting(Roi::getName)
        .containsExactly(
            "face-1 Zoë",
            "face-1 points",
            "face-2 Ada",
            "face-2 landmarks",
            "face-1",
            "face-1 points");
    assertThat(rois).extracting(Roi::getPosition).containsExactly(2, 2, 2, 2, 5, 5);
    assertThat(rois).extracting(Roi::getGroup).containsExactly(2, 2, 1, 1, 0, 0);
    assertThat(rois.get(0).getFloatBounds().y).isEqualTo(19.25);
    assertThat(rois.get(1).getFloatPolygon().xpoints[0]).isEqualTo(0f);
    byte[] once = Files.readAllBytes(zip);
    new RoiZip().write(new RoiZip().read(zip).photos(), zip);
    assertThat(Files.readAllBytes(zip)).isEqualTo(once);
  }

  @Test
  void photosAreKeptApart() throws Exception {
    List<PhotoFaces> photos =
        List.of(
            of("a/ä.jpg", 1, new NamedFace(ADA, "=Ada: \\n\n\"x\"")),
            of("b.jpg", 1, new NamedFace(ADA, "100%+"), new NamedFace(BO, "face-1 0.50")),
            of("c.tif", 7, new NamedFace(BO, "")));
    Path zip = dir.resolve("faces.zip");
    new RoiZip().write(photos, zip);
    assertThat(new RoiZip().read(zip).photos()).isEqualTo(photos);
    assertThat(rois(zip)).extracting(Roi::getPosition).containsExactly(1, 1, 2, 2, 2, 2, 3, 3);
  }

  @Property(tries = 100, seed = "20261124")
  void numbersHaveThePrecisionOfFloats(
      @ForAll @FloatRange(min = -10000, max = 10000) float x,
      @ForAll @FloatRange(min = 1, max = 10000) float size)
      throws Exception {
    Path zip = Files.createTempFile("facesj", ".zip");
    try {
      Face face = Face.of(new Box(x, -x, size, size), 0.5, FIVE.translate(x, x));
      new RoiZip().write(List.of(of("a.jpg", 1, new NamedFace(face, "Ada"))), zip);
      Face read = new RoiZip().read(zip).photos().get(0).faces().get(0).face();
      assertThat(read.box().x()).isCloseTo(face.box().x(), within(2e-3));
      assertThat(read.box().y()).isCloseTo(face.box().y(), within(2e-3));
      assertThat(read.box().width()).isCloseTo(face.box().width(), within(2e-3));
      assertThat(read.box().height()).isCloseTo(face.box().height(), within(2e-3));
      for (int i = 0; i < 5; i++) {
        assertThat(read.points().orElseThrow().x(i))
            .isCloseTo(face.points().orElseThrow().x(i), within(2e-3));
      }
    } finally {
      Files.delete(zip);
    }
  }

  @Test
  void rectanglesThatPeopleDrewAndNamedAreTheirFaces() throws Exception {
    Path zip = dir.resolve("group.jpg.zip");
    Roi named = new Roi(1, 2, 3, 4);
    named.setName("Ada");
    Roi unnamed = new Roi(5, 6, 7, 8);
    unnamed.setName("0010-0008");
    unnamed.setPosition(3);
    Roi oval = new OvalRoi(1, 2, 3, 4);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Roi roi : List.of(named, oval, unnamed)) {
        out.putNextEntry(new ZipEntry(roi.hashCode() + ".roi"));
        out.write(RoiEncoder.saveAsByteArray(roi));
      }
    }
    assertThat(new RoiZip().read(zip).photos())
        .containsExactly(
            of("group.jpg", 1, new NamedFace(Face.of(new Box(1, 2, 3, 4), 1), "Ada")),
            of("group.jpg", 3, new NamedFace(Face.of(new Box(5, 6, 7, 8), 1), "")));
  }

  @Test
  void damageOfOneRoiIsAProblem() throws Exception {
    byte[] good = RoiEncoder.saveAsByteArray(RoiFaces.of(new NamedFace(BO, "Bo"), 1).get(1));
    for (int length : new int[] {0, 10, 63, 64, 70, good.length / 2}) {
      Path zip = dir.resolve(length + ".zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry("bad.roi"));
        out.write(Arrays.copyOf(good, length));
        out.putNextEntry(new ZipEntry("good.roi"));
        out.write(RoiEncoder.saveAsByteArray(new Roi(1, 2, 3, 4)));
      }
      ReadFaces read = new RoiZip().read(zip);
      assertThat(read.photos()).hasSize(1);
      assertThat(read.problems()).hasSizeLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no zip", "PK\u0003\u0004"})
  void whatIsNoZipHasASentence(String text) throws Exception {
    Path file = Files.writeString(dir.resolve("bad.zip"), text);
    assertThatThrownBy(() -> new RoiZip().read(file))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("bad.zip cannot be read");
  }

  @Test
  void anEntryThatUnpacksToFarTooMuchIsRefused() throws Exception {
    Path zip = dir.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.roi"));
      for (int i = 0; i < 64; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertThatThrownBy(() -> new RoiZip().read(zip))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("more than 1048576 bytes");
  }
}
