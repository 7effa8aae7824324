package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Regions of photos that are stored turned, by every program that is known to write them. */
class RegionFrameTest {

  private static final Box FACE = new Box(467, 300, 123, 133);
  private static final RegionPlacement.Faces NOBODY = Optional::empty;

  /** Stored as 1350 x 900. */
  private static PhotoFrame photo(Orientation orientation) {
    return PhotoFrame.ofStored(1350, 900, orientation);
  }

  private static MergedFaces read(PhotoFrame photo, String xmp, RegionPlacement.Faces faces)
      throws Exception {
    XmpTree tree = XmpTree.parse("It", xmp.getBytes(StandardCharsets.UTF_8));
    return MergedFaces.of(photo, List.of(new PhotoXmp(tree, "it")), faces);
  }

  /** A detector, which frames faces in its own way. */
  private static RegionPlacement.Faces sees(PhotoFrame photo, Box upright) {
    Box b = photo.toStored(upright.translate(8, -6));
    double w = photo.storedWidth();
    double h = photo.storedHeight();
    return () -> Optional.of(List.of(new Box(b.x() / w, b.y() / h, b.width() / w, b.height() / h)));
  }

  private static void assertAt(MergedFaces read, Box expected) {
    assertThat(read.faces()).hasSize(1);
    Box found = read.faces().get(0).face().box();
    assertThat(found.x()).isCloseTo(expected.x(), within(1e-4));
    assertThat(found.y()).isCloseTo(expected.y(), within(1e-4));
    assertThat(found.width()).isCloseTo(expected.width(), within(1e-4));
    assertThat(found.height()).isCloseTo(expected.height(), within(1e-4));
  }

  static Stream<Arguments> programsAndOrientations() {
    return Stream.of(WritingProgram.values())
        .flatMap(p -> Stream.of(Orientation.values()).map(o -> Arguments.of(p, o)));
  }

  @ParameterizedTest
  @MethodSource("programsAndOrientations")
  void everyProgramsRegionIsWhereThatProgramMeantIt(WritingProgram program, Orientation turn)
      throws Exception {
    PhotoFrame photo = photo(turn);
    MergedFaces read = read(photo, program.xmp(photo, FACE, "Ada"), NOBODY);
    assertAt(read, FACE);
    assertThat(read.faces()).extracting(NamedFace::name).containsExactly("Ada");
    assertThat(read.problems()).isEmpty();
  }

  /** The case that a person reported: 726, 915 with 89 x 184 came out. */
  @Test
  void adobesRegionOfAPortraitIsNotTakenForUpright() throws Exception {
    PhotoFrame photo = new PhotoFrame(1200, 1800, Orientation.TURN_LEFT);
    Box face = new Box(467, 1089, 123, 133);
    assertAt(read(photo, WritingProgram.LIGHTROOM.xmp(photo, face, "Ada"), NOBODY), face);
    PhotoFrame other = PhotoFrame.ofStored(1350, 900, Orientation.TURN_RIGHT);
    String xmp =
        WritingProgram.packet(
            "",
            Orientation.TURN_RIGHT,
            WritingProgram.mwg(
                WritingProgram.size(900, 1350),
                WritingProgram.rotated(new Box(.325, .28, .15, .14), "Ada")));
    assertAt(read(other, xmp, NOBODY), new Box(522, 438.75, 126, 202.5));
  }

  /** Nothing says who wrote it, and the size is that of the upright picture. */
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void whereTwoPicturesArePossibleTheFaceDecides(Orientation turn) throws Exception {
    PhotoFrame photo = photo(turn);
    String size = WritingProgram.size(photo.width(), photo.height());
    String upright =
        packet(turn, size, WritingProgram.plain(WritingProgram.upright(photo, FACE), "Ada"));
    String stored =
        packet(turn, size, WritingProgram.plain(WritingProgram.stored(photo, FACE), "Ada"));
    assertAt(read(photo, stored, sees(photo, FACE)), FACE);
    assertThat(read(photo, stored, sees(photo, FACE)).problems()).isEmpty();
    if (turn.swapsAxes()) {
      assertAt(read(photo, upright, sees(photo, FACE)), FACE);
      assertThat(read(photo, upright, sees(photo, FACE)).problems()).isEmpty();
      for (RegionPlacement.Faces undecided : List.of(NOBODY, sees(photo, new Box(0, 0, 50, 50)))) {
        assertThat(read(photo, upright, undecided).problems())
            .singleElement()
            .asString()
            .contains("not certain", "upright", "as the file has it");
      }
    } else {
      assertThat(read(photo, stored, NOBODY).problems()).isEmpty();
    }
  }

  private static String packet(Orientation turn, String size, String... regions) {
    return WritingProgram.packet("", turn, WritingProgram.mwg(size, regions));
  }

  /** Microsoft's rectangle of the same person lies in the stored picture. */
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void aTwinInTheOtherListDecides(Orientation turn) throws Exception {
    PhotoFrame photo = photo(turn);
    Box upright = WritingProgram.upright(photo, FACE);
    Box stored = WritingProgram.stored(photo, FACE);
    for (String size : List.of("", WritingProgram.size(photo.width(), photo.height()))) {
      for (Box area : List.of(upright, stored)) {
        String xmp =
            WritingProgram.packet(
                "",
                turn,
                WritingProgram.mwg(size, WritingProgram.plain(area, "Ada"))
                    + WritingProgram.microsoft(stored, "Ada"));
        MergedFaces read = read(photo, xmp, NOBODY);
        assertAt(read, FACE);
        assertThat(read.problems()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Orientation.class)
  void acdseesAreasAreOfTheUprightPicture(Orientation turn) throws Exception {
    PhotoFrame photo = photo(turn);
    String size = WritingProgram.acdseeSize(photo.width(), photo.height());
    Box area = WritingProgram.upright(photo, FACE);
    String xmp =
        WritingProgram.packet("", turn, WritingProgram.acdsee(size, area, "Ada", "manual"));
    assertAt(read(photo, xmp, NOBODY), FACE);
    boolean sure = turn.swapsAxes() || turn == Orientation.UPRIGHT;
    assertThat(read(photo, xmp, NOBODY).problems()).hasSize(sure ? 0 : 1);
    assertThat(read(photo, xmp, sees(photo, FACE)).problems()).isEmpty();
    String denied = WritingProgram.acdsee(size, area, "Bo", "denied");
    assertThat(read(photo, WritingProgram.packet("", turn, denied), NOBODY).faces())
        .extracting(NamedFace::name)
        .containsExactly("");
  }

  static Stream<Arguments> turns() {
    return IntStream.range(2, 9)
        .mapToObj(Orientation::ofExif)
        .flatMap(
            o ->
                Stream.of(WritingProgram.LIGHTROOM, WritingProgram.DIGIKAM)
                    .map(p -> Arguments.of(p, o)));
  }

  /** Turned in a program that notes it in the sidecar only: the file's pixels are as they were. */
  @ParameterizedTest
  @MethodSource("turns")
  void aTurnThatOnlyTheSidecarKnowsMovesNothing(WritingProgram program, Orientation turn)
      throws Exception {
    PhotoFrame seen = photo(turn);
    PhotoFrame file = photo(Orientation.UPRIGHT);
    Box stored = seen.toStored(FACE);
    MergedFaces read = read(file, program.xmp(seen, FACE, "Ada"), NOBODY);
    assertAt(read, stored);
  }

  /** Lightroom and digiKam note an orientation of their own, and the file has another. */
  @ParameterizedTest
  @EnumSource(Orientation.class)
  void areasOfTheStoredPictureDependOnNoOrientation(Orientation noted) throws Exception {
    for (Orientation own : Orientation.values()) {
      for (WritingProgram program : List.of(WritingProgram.LIGHTROOM, WritingProgram.DIGIKAM)) {
        Box stored = new Box(135, 180, 202.5, 126);
        PhotoFrame seen = photo(noted);
        PhotoFrame file = photo(own);
        Box face = file.toUpright(stored);
        String xmp = program.xmp(seen, seen.toUpright(stored), "Ada");
        MergedFaces read = read(file, xmp, sees(file, face));
        assertAt(read, face);
        assertThat(read.problems()).isEmpty();
      }
    }
  }

  /** The pixels were turned after the sidecar was written, and the file's orientation is 1 now. */
  @ParameterizedTest
  @MethodSource("turns")
  void pixelsThatWereTurnedSinceTakeTheirRegionsAlong(WritingProgram program, Orientation turn)
      throws Exception {
    PhotoFrame seen = photo(turn);
    PhotoFrame now = new PhotoFrame(seen.width(), seen.height(), Orientation.UPRIGHT);
    MergedFaces read = read(now, program.xmp(seen, FACE, "Ada"), sees(now, FACE));
    assertAt(read, FACE);
  }

  @Test
  void aQuarterTurnThatNobodyNotedIsFoundByTheFaceOrTold() throws Exception {
    PhotoFrame before = photo(Orientation.UPRIGHT);
    String xmp = WritingProgram.DIGIKAM.xmp(before, FACE, "Ada");
    for (Orientation turn : List.of(Orientation.TURN_LEFT, Orientation.TURN_RIGHT)) {
      PhotoFrame now = PhotoFrame.ofStored(900, 1350, Orientation.UPRIGHT);
      Box face = turn.toUpright(FACE, 900, 1350);
      String mwg = xmp.replaceFirst("<MP:RegionInfo.*</MP:RegionInfo>", "");
      assertAt(read(now, mwg, sees(now, face)), face);
      assertThat(read(now, mwg, NOBODY).faces()).isEmpty();
      assertThat(read(now, mwg, NOBODY).problems().toString()).contains("turned since");
    }
  }

  /** What FacesJ adds lies in the same picture as what is there, and is read again there. */
  @ParameterizedTest
  @MethodSource("programsAndOrientations")
  void facesAreAddedInThePictureOfTheListThatIsThere(WritingProgram program, Orientation turn)
      throws Exception {
    PhotoFrame photo = photo(turn);
    XmpTree tree =
        XmpTree.parse("It", program.xmp(photo, FACE, "Ada").getBytes(StandardCharsets.UTF_8));
    Box second = new Box(60, 500, 100, 140);
    var faces =
        PhotoFaces.of(
            "a.jpg",
            Optional.of(photo),
            List.of(
                new NamedFace(Face.of(FACE, 0.5), ""), new NamedFace(Face.of(second, 0.5), "Bo")));
    assertThat(new XmpUpdate(new PhotoXmp(tree, "it"), photo).write(faces, List.of())).isEmpty();
    XmpTree again = XmpTree.parse("It", tree.bytes());
    MergedFaces read = MergedFaces.of(photo, List.of(new PhotoXmp(again, "it")), NOBODY);
    assertThat(read.problems()).isEmpty();
    assertThat(read.faces()).extracting(NamedFace::name).containsExactlyInAnyOrder("Ada", "Bo");
    for (NamedFace face : read.faces()) {
      Box expected = face.name().equals("Ada") ? FACE : second;
      assertThat(face.face().box().iou(expected)).isGreaterThan(0.9999);
    }
  }
}
