package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.JpegXmp;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written about one photo in several places is put together, and nothing hides another. */
class RegionSourcesTest {

  private static final String RATING =
      WritingProgram.packet("", Orientation.UPRIGHT, "<xmp:Rating>4</xmp:Rating>");

  private static final Box LEFT = new Box(10, 20, 30, 36);
  private static final Box RIGHT = new Box(100, 20, 30, 36);

  @TempDir Path dir;

  private PhotoFrame photo(String name, String xmp) throws Exception {
    byte[] jpeg = Files.readAllBytes(MarkedPhoto.write(dir.resolve(name), 1));
    if (!xmp.isEmpty()) {
      byte[] packet = xmp.getBytes(StandardCharsets.UTF_8);
      Files.write(dir.resolve(name), new JpegXmp("It", jpeg).with("it", packet));
    }
    return PhotoReader.frame(dir.resolve(name), 0);
  }

  private static final PhotoFrame FRAME =
      new PhotoFrame(MarkedPhoto.WIDTH, MarkedPhoto.HEIGHT, Orientation.UPRIGHT);

  private static String digikam(Box box, String name) {
    return WritingProgram.DIGIKAM.xmp(FRAME, box, name);
  }

  private ReadFaces read() throws Exception {
    return new XmpRegions(Optional.empty(), false).read(dir);
  }

  private static List<String> sentences(List<Problem> problems) {
    return problems.stream().map(Problem::sentence).toList();
  }

  private static NamedFace face(Box box, String name) {
    return new NamedFace(Face.of(box, 0.75), name);
  }

  private List<Problem> export(String name, NamedFace... faces) throws Exception {
    PhotoFrame frame = PhotoReader.frame(dir.resolve(name), 0);
    return new XmpRegions(Optional.of(dir), false)
        .write(List.of(PhotoFaces.of(name, Optional.of(frame), List.of(faces))), dir);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xmp", "a.jpg.xmp", "a.JPG.XMP"})
  void aSidecarWithARatingOnlyHidesNoNames(String sidecar) throws Exception {
    String name = sidecar.contains("JPG") ? "a.JPG" : "a.jpg";
    photo(name, digikam(LEFT, "Ada"));
    Files.writeString(dir.resolve(sidecar), RATING);
    ReadFaces read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly(name);
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
    assertThat(new XmpRegions(Optional.empty(), false).read(dir.resolve(name)).photos())
        .isEqualTo(read.photos());
  }

  @Test
  void bothSidecarsAndThePhotoAreOnePhotoWithEachFaceOnce() throws Exception {
    photo("a.jpg", digikam(LEFT, "Ada"));
    Files.writeString(dir.resolve("a.jpg.xmp"), digikam(LEFT.translate(2, 1), "Ada "));
    Files.writeString(dir.resolve("a.xmp"), digikam(RIGHT, "Bo"));
    ReadFaces read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos()).hasSize(1);
    assertThat(read.photos().get(0).faces())
        .extracting(f -> f.name().strip())
        .containsExactly("Ada", "Bo");
    assertThat(read.photos().get(0).faces().get(0).face().box().x()).isCloseTo(12, within(1e-4));
  }

  @Test
  void aNameThatOnlyOneListHasIsTaken() throws Exception {
    String xmp =
        WritingProgram.packet(
            "",
            Orientation.UPRIGHT,
            WritingProgram.mwg("", WritingProgram.plain(WritingProgram.stored(FRAME, LEFT), ""))
                + WritingProgram.microsoft(WritingProgram.stored(FRAME, LEFT), "Ada"));
    photo("a.jpg", xmp);
    assertThat(read().problems()).isEmpty();
    assertThat(read().photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
  }

  @Test
  void oneNameInTwoSpellingsIsNoConflict() throws Exception {
    photo("a.jpg", digikam(LEFT, "Jose\u0301 Diaz"));
    Files.writeString(dir.resolve("a.xmp"), digikam(LEFT, "Jos\u00e9  Diaz "));
    MarkedPhoto.write(dir.resolve("b.jpg"), 1);
    Files.writeString(dir.resolve("b.xmp"), digikam(LEFT, "Unknown"));
    Files.writeString(dir.resolve("b.jpg.xmp"), digikam(LEFT, "Ada"));
    assertThat(read().problems()).isEmpty();
    assertThat(read().photos().stream().flatMap(p -> p.faces().stream()).map(NamedFace::name))
        .containsExactly("Jos\u00e9 Diaz", "Ada");
  }

  @Test
  void twoNamesForOneFaceAreToldWithBoth() throws Exception {
    photo("a.jpg", digikam(LEFT, "Ada"));
    Files.writeString(dir.resolve("a.xmp"), digikam(LEFT, "Eve"));
    ReadFaces read = read();
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Eve");
    assertThat(sentences(read.problems()))
        .allMatch(s -> s.contains("\"Eve\"") && s.contains("\"Ada\"") && s.contains("a.xmp"))
        .anyMatch(s -> s.contains("the photo itself"));
    String both =
        WritingProgram.packet(
            "",
            Orientation.UPRIGHT,
            WritingProgram.mwg("", WritingProgram.plain(WritingProgram.stored(FRAME, RIGHT), "Bo"))
                + WritingProgram.microsoft(WritingProgram.stored(FRAME, RIGHT), "Cy"));
    photo("b.jpg", both);
    assertThat(sentences(read().problems()))
        .anyMatch(s -> s.contains("\"Bo\"") && s.contains("\"Cy\"") && s.contains("Microsoft"));
  }

  @Test
  void aBrokenPlaceHidesNoOther() throws Exception {
    photo("a.jpg", digikam(LEFT, "Ada"));
    Files.writeString(dir.resolve("a.jpg.xmp"), "<x:xmpmeta xmlns:x='adobe:ns:meta/'>");
    ReadFaces read = read();
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
    assertThat(sentences(read.problems())).singleElement().asString().contains("a.jpg.xmp");
  }

  @Test
  void sidecarsWithoutRegionsAreNoProblem() throws Exception {
    Files.writeString(dir.resolve("gone.xmp"), RATING);
    Files.writeString(dir.resolve("gone.nef.xmp"), RATING);
    photo("a.jpg", digikam(LEFT, "Ada"));
    Files.writeString(dir.resolve("a.jpg.xmp"), RATING);
    assertThat(read().problems()).isEmpty();
    Files.delete(dir.resolve("a.jpg"));
    assertThatThrownBy(this::read)
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("have face regions");
  }

  @Test
  void theSidecarOfOnePhotoIsNotAnothers() throws Exception {
    photo("a.jpg", "");
    MarkedPhoto.write(dir.resolve("a.jpeg"), 1);
    Files.writeString(dir.resolve("a.xmp"), digikam(LEFT, "Ada"));
    assertThat(read().photos()).extracting(PhotoFaces::photo).containsExactly("a.jpeg");
    assertThat(export("a.jpg", face(RIGHT, "Bo"))).isEmpty();
    assertThat(dir.resolve("a.jpg.xmp")).exists();
    assertThat(Files.readString(dir.resolve("a.xmp"))).doesNotContain("Bo");
  }

  @Test
  void anExportedSidecarTakesTheNamesOfThePhotoAlong() throws Exception {
    photo("a.jpg", digikam(LEFT, "Ada"));
    assertThat(export("a.jpg", face(LEFT.translate(1, 1), ""), face(RIGHT, "Bo"))).isEmpty();
    Path sidecar = dir.resolve("a.jpg.xmp");
    ReadFaces alone = new XmpRegions(Optional.empty(), false).read(sidecar);
    assertThat(alone.photos().get(0).faces())
        .extracting(NamedFace::name)
        .containsExactlyInAnyOrder("Ada", "Bo");
    assertThat(read().problems()).isEmpty();
    assertThat(read().photos().get(0).faces()).hasSize(2);
    byte[] first = Files.readAllBytes(sidecar);
    assertThat(export("a.jpg", face(LEFT.translate(1, 1), ""), face(RIGHT, "Bo"))).isEmpty();
    assertThat(Files.readAllBytes(sidecar)).isEqualTo(first);
    // A face that only the photo has stays in the sidecar, too.
    assertThat(export("a.jpg", face(RIGHT, "Bo"))).isEmpty();
    assertThat(new XmpRegions(Optional.empty(), false).read(sidecar).photos().get(0).faces())
        .extracting(NamedFace::name)
        .containsExactlyInAnyOrder("Ada", "Bo");
  }

  @Test
  void aNameInThePhotoIsNeverReplacedByASidecar() throws Exception {
    photo("a.jpg", digikam(LEFT, "Ada"));
    assertThat(sentences(export("a.jpg", face(LEFT, "Eve"))))
        .containsExactly(
            "A face that is \"Eve\" here is \"Ada\" in the metadata already; that name was kept.");
    ReadFaces read = read();
    assertThat(read.problems()).isEmpty();
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
  }

  @Test
  void copiesTakeTheNamesOfSidecarsAlong() throws Exception {
    photo("a.jpg", "");
    Files.writeString(dir.resolve("a.jpg.xmp"), digikam(LEFT, "Ada"));
    Path copies = Files.createDirectory(dir.resolve("copies"));
    PhotoFaces faces = PhotoFaces.of("a.jpg", Optional.of(FRAME), List.of(face(RIGHT, "Bo")));
    assertThat(new XmpRegions(Optional.of(dir), true).write(List.of(faces), copies)).isEmpty();
    assertThat(new XmpRegions(Optional.empty(), false).read(copies).photos().get(0).faces())
        .extracting(NamedFace::name)
        .containsExactlyInAnyOrder("Ada", "Bo");
  }

  @Test
  void picasasFileOfTheFolderIsRead() throws Exception {
    photo("a.jpg", "");
    MarkedPhoto.write(dir.resolve("B.jpg"), 6);
    Files.writeString(
        dir.resolve(".picasa.ini"),
        """
        [Picasa]
        name=Holidays
        [Contacts2]
        8e62b2035b74b477=Ada Lovelace;;
        [a.jpg]
        faces=rect64(40002000bfff8000),8e62b2035b74b477;rect64(200040004000),ffffffffffffffff
        backuphash=1
        [b.jpg]
        faces=rect64(40002000bfff8000),8e62b2035b74b477;rect64(c0002000ffff8000),1234567890abcdef
        rotate=rotate(1)
        """);
    ReadFaces read = read();
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("B.jpg", "a.jpg");
    assertThat(read.photos().get(1).faces())
        .extracting(NamedFace::name)
        .containsExactly("Ada Lovelace", "");
    Box box = read.photos().get(1).faces().get(0).face().box();
    assertThat(box.x()).isCloseTo(40, within(0.01));
    assertThat(box.y()).isCloseTo(12, within(0.01));
    assertThat(box.width()).isCloseTo(80, within(0.01));
    assertThat(box.height()).isCloseTo(36, within(0.01));
    // Of the picture as it is stored, whatever Picasa and EXIF say of its turn.
    Box turned = Orientation.TURN_RIGHT.toUpright(box, 96, 160);
    assertThat(read.photos().get(0).faces().get(0).face().box().iou(turned)).isGreaterThan(0.999);
    assertThat(sentences(read.problems()))
        .singleElement()
        .asString()
        .contains("1 faces", "contacts.xml");
  }

  @Test
  void peopleWithoutAPlaceAreCounted() throws Exception {
    String names =
        "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Ada</rdf:li><rdf:li>Zoë</rdf:li>"
            + "</rdf:Bag></Iptc4xmpExt:PersonInImage>"
            + "<digiKam:TagsList xmlns:digiKam='http://www.digikam.org/ns/1.0/'><rdf:Seq>"
            + "<rdf:li>People/Family/Jane</rdf:li><rdf:li>Places/Rome</rdf:li></rdf:Seq>"
            + "</digiKam:TagsList>";
    photo(
        "a.jpg",
        WritingProgram.packet(
            "", Orientation.UPRIGHT, WritingProgram.DIGIKAM.face(FRAME, LEFT, "Ada") + names));
    assertThat(sentences(read().problems()))
        .singleElement()
        .asString()
        .contains("2 people", "Jane", "Zoë")
        .doesNotContain("Ada", "Rome");
    photo("b.jpg", WritingProgram.packet("", Orientation.UPRIGHT, names));
    photo("c.jpg", WritingProgram.packet("", Orientation.UPRIGHT, names));
    assertThat(read().photos()).hasSize(1);
    assertThat(sentences(read().problems()))
        .hasSize(2)
        .anyMatch(s -> s.contains("2 photos") && s.contains("3 people"));
  }

  @Test
  void iptcRegionsThatAreNoFacesAreTold() throws Exception {
    String region =
        WritingProgram.iptc("Ada", "rectangle", "relative", WritingProgram.corners(0, 0, 1, 1));
    photo("a.jpg", WritingProgram.packet("", Orientation.UPRIGHT, region));
    assertThat(sentences(read().problems())).singleElement().asString().contains("whole picture");
    String two = region.replace("<rdf:li>Ada</rdf:li>", "<rdf:li>Ada</rdf:li><rdf:li>Bo</rdf:li>");
    photo("a.jpg", WritingProgram.packet("", Orientation.UPRIGHT, two));
    assertThat(sentences(read().problems())).singleElement().asString().contains("Ada, Bo");
    String circle =
        WritingProgram.iptc(
            "Ada",
            "circle",
            "relative",
            WritingProgram.corners(0.5, 0.5, 0, 0) + "<Iptc4xmpExt:rbRx>0.1</Iptc4xmpExt:rbRx>");
    photo("a.jpg", WritingProgram.packet("", Orientation.UPRIGHT, circle));
    Box box = read().photos().get(0).faces().get(0).face().box();
    assertThat(box.width()).isCloseTo(32, within(1e-6));
    assertThat(box.height()).isCloseTo(32, within(1e-6));
    String thing =
        circle.replaceFirst("<Iptc4xmpExt:PersonInImage>.*</Iptc4xmpExt:PersonInImage>", "");
    photo("a.jpg", WritingProgram.packet("", Orientation.UPRIGHT, thing));
    photo("b.jpg", digikam(LEFT, "Bo"));
    assertThat(read().photos()).extracting(PhotoFaces::photo).containsExactly("b.jpg");
    assertThat(read().problems()).isEmpty();
  }

  @Test
  void moreRegionsThanFacesAreRefusedSoon() throws Exception {
    StringBuilder regions = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      regions.append(WritingProgram.plain(new Box(.1, .1, .2, .2), ""));
    }
    Files.writeString(
        dir.resolve("a.jpg.xmp"),
        WritingProgram.packet("", Orientation.UPRIGHT, WritingProgram.mwg("", regions.toString())));
    photo("a.jpg", digikam(LEFT, "Ada"));
    ReadFaces read = read();
    assertThat(sentences(read.problems())).singleElement().asString().contains("6000 regions");
    assertThat(read.photos().get(0).faces()).extracting(NamedFace::name).containsExactly("Ada");
  }

  @Test
  void theSidecarOfARawFileIsReadAsItsOwn() throws Exception {
    Files.write(dir.resolve("a.nef"), new byte[] {1, 2, 3});
    Files.writeString(dir.resolve("a.xmp"), digikam(LEFT, "Ada"));
    assertThat(read().problems()).isEmpty();
    assertThat(read().photos()).extracting(PhotoFaces::photo).containsExactly("a.nef");
    Files.writeString(dir.resolve("a.xmp"), WritingProgram.WINDOWS.xmp(FRAME, LEFT, "Ada"));
    assertThat(sentences(read().problems()))
        .singleElement()
        .asString()
        .contains("a.nef", "cannot be opened");
  }

  @Test
  void circlesAreTheSquareRoundThem() throws Exception {
    String circle =
        WritingProgram.mwg(
            WritingProgram.size(160, 96),
            "<rdf:li><rdf:Description mwg-rs:Name='Ada' mwg-rs:Type='Face'><mwg-rs:Area"
                + " stArea:x='0.5' stArea:y='0.5' stArea:d='0.25' stArea:unit='normalized'/>"
                + "</rdf:Description></rdf:li>");
    photo("a.jpg", WritingProgram.packet("", Orientation.UPRIGHT, circle));
    Box box = read().photos().get(0).faces().get(0).face().box();
    assertThat(box.iou(new Box(68, 36, 24, 24))).isGreaterThan(0.9999);
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void aSidecarAloneSaysHowItsPhotoLies(Orientation turn) throws Exception {
    PhotoFrame photo = PhotoFrame.ofStored(160, 96, turn);
    for (WritingProgram program : List.of(WritingProgram.LIGHTROOM, WritingProgram.DIGIKAM)) {
      Path alone = dir.resolve("gone.xmp");
      Files.writeString(alone, program.xmp(photo, LEFT.translate(20, 10), "Ada"));
      ReadFaces read = new XmpRegions(Optional.empty(), false).read(alone);
      assertThat(read.photos().get(0).frame()).contains(photo);
      Box box = read.photos().get(0).faces().get(0).face().box();
      assertThat(box.iou(LEFT.translate(20, 10))).isGreaterThan(0.9999);
    }
  }
}
