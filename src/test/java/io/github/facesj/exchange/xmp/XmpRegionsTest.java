package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.facesj.Program;
import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.RandomFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.JpegXmp;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions in sidecars and JPEG files, against exiftool and against those of other programs. */
class XmpRegionsTest {

  private static final String ADA = "Ada <& \"Co\">, Zoë 日本";
  private static final String HEAD =
      "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF"
          + " xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>";
  private static final String FOOT = "</rdf:RDF></x:xmpmeta>";

  @TempDir Path dir;

  private static PhotoFaces marked(String name, Path file, String person) throws Exception {
    FaceImage upright = PhotoReader.read(file);
    Face face = Face.of(MarkedPhoto.find(upright), 0.875);
    return PhotoFaces.of(
        name, Optional.of(PhotoReader.frame(file, 0)), List.of(new NamedFace(face, person)));
  }

  private static PhotoFaces faces(NamedFace... faces) {
    PhotoFrame frame = new PhotoFrame(1000, 500, Orientation.UPRIGHT);
    return PhotoFaces.of("a.jpg", Optional.of(frame), List.of(faces));
  }

  private static NamedFace face(double x, double y, String name) {
    return new NamedFace(Face.of(new Box(x, y, 100, 100), 0.5), name);
  }

  /** Writes to what is there, as a file would be, and reads it again. */
  private static XmpTree written(XmpTree tree, PhotoFaces photo) throws Exception {
    write(tree, photo, photo.frame().orElseThrow());
    return XmpTree.parse("It", tree.bytes());
  }

  private static List<String> write(XmpTree tree, PhotoFaces photo, PhotoFrame frame)
      throws Exception {
    return new XmpUpdate(new PhotoXmp(tree, "it"), frame).write(photo, List.of());
  }

  private static MergedFaces read(XmpTree tree, PhotoFrame frame) throws Exception {
    return MergedFaces.of(frame, List.of(new PhotoXmp(tree, "it")), Optional::empty);
  }

  private static List<NamedFace> read(XmpTree tree) throws Exception {
    return read(tree, new PhotoFrame(1000, 500, Orientation.UPRIGHT)).faces();
  }

  private static XmpTree parse(String description) throws Exception {
    return XmpTree.parse("It", (HEAD + description + FOOT).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void exiftoolSeesTheAreasInTheStoredPicture(int orientation) throws Exception {
    String exiftool = Program.find("exiftool");
    Path photos = Files.createDirectory(dir.resolve("photos"));
    Path photo = MarkedPhoto.write(photos.resolve("é.jpg"), orientation);
    byte[] before = Files.readAllBytes(photo);
    PhotoFaces faces = marked("é.jpg", photo, ADA);
    assertThat(new XmpRegions(Optional.of(photos), false).write(List.of(faces), photos)).isEmpty();
    Path copies = dir.resolve("copies");
    assertThat(new XmpRegions(Optional.of(photos), true).write(List.of(faces), copies)).isEmpty();
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    for (Path file : List.of(photos.resolve("é.jpg.xmp"), copies.resolve("é.jpg"))) {
      String json =
          Program.run(exiftool, "-j", "-struct", "-n", "-charset", "filename=utf8", file + "");
      JsonObject tags = JsonParser.parseString(json).getAsJsonArray().get(0).getAsJsonObject();
      JsonObject info = tags.getAsJsonObject("RegionInfo");
      JsonObject size = info.getAsJsonObject("AppliedToDimensions");
      assertThat(size.get("W").getAsInt()).isEqualTo(MarkedPhoto.WIDTH);
      assertThat(size.get("H").getAsInt()).isEqualTo(MarkedPhoto.HEIGHT);
      JsonArray regions = info.getAsJsonArray("RegionList");
      assertThat(regions).hasSize(1);
      JsonObject region = regions.get(0).getAsJsonObject();
      assertThat(region.get("Name").getAsString()).isEqualTo(ADA);
      assertThat(region.get("Type").getAsString()).isEqualTo("Face");
      JsonObject area = region.getAsJsonObject("Area");
      Box mark = MarkedPhoto.MARK;
      assertPart(area.get("X").getAsDouble(), mark.centerX(), MarkedPhoto.WIDTH);
      assertPart(area.get("Y").getAsDouble(), mark.centerY(), MarkedPhoto.HEIGHT);
      assertPart(area.get("W").getAsDouble(), mark.width(), MarkedPhoto.WIDTH);
      assertPart(area.get("H").getAsDouble(), mark.height(), MarkedPhoto.HEIGHT);
      JsonObject mp =
          tags.getAsJsonObject("RegionInfoMP").getAsJsonArray("Regions").get(0).getAsJsonObject();
      assertThat(mp.get("PersonDisplayName").getAsString()).isEqualTo(ADA);
      String[] corner = mp.get("Rectangle").getAsString().split(", ");
      assertPart(Double.parseDouble(corner[0]), mark.x(), MarkedPhoto.WIDTH);
      assertPart(Double.parseDouble(corner[1]), mark.y(), MarkedPhoto.HEIGHT);
      assertPart(Double.parseDouble(corner[2]), mark.width(), MarkedPhoto.WIDTH);
      assertPart(Double.parseDouble(corner[3]), mark.height(), MarkedPhoto.HEIGHT);
    }
    Program.run(exiftool, "-validate", "-error", "-a", copies.resolve("é.jpg") + "");
    assertThat(PhotoReader.read(copies.resolve("é.jpg")).pixels())
        .isEqualTo(PhotoReader.read(photo).pixels());
    for (Path source : List.of(photos, copies)) {
      ReadFaces read = new XmpRegions(Optional.empty(), false).read(source);
      assertThat(read.problems()).isEmpty();
      assertThat(read.photos()).hasSize(1);
      assertThat(read.photos().get(0).photo()).isEqualTo("é.jpg");
      assertThat(read.photos().get(0).frame()).isEqualTo(faces.frame());
      assertSame(read.photos().get(0).faces(), faces.faces());
    }
  }

  private static void assertPart(double part, double pixels, double of) {
    assertThat(part * of).isCloseTo(pixels, within(1e-6));
  }

  private static void assertSame(List<NamedFace> found, List<NamedFace> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).name()).isEqualTo(expected.get(i).name());
      assertThat(found.get(i).face().score()).isEqualTo(expected.get(i).face().score());
      assertAt(found.get(i), expected.get(i).face().box());
    }
  }

  private static void assertAt(NamedFace found, Box expected) {
    Box a = found.face().box();
    assertThat(a.x()).isCloseTo(expected.x(), within(1e-6));
    assertThat(a.y()).isCloseTo(expected.y(), within(1e-6));
    assertThat(a.width()).isCloseTo(expected.width(), within(1e-6));
    assertThat(a.height()).isCloseTo(expected.height(), within(1e-6));
  }

  @Provide
  Arbitrary<PhotoFaces> photos() {
    Arbitrary<Double> part = Arbitraries.doubles().between(0, 1);
    Arbitrary<String> names =
        RandomFaces.names()
            .filter(
                s ->
                    s.codePoints()
                        .noneMatch(
                            c ->
                                (c < 32 && c != 9 && c != 10 && c != 13)
                                    || (c > 0xfffd && c < 0x10000)));
    Arbitrary<PhotoFrame> frames =
        Combinators.combine(
                Arbitraries.integers().between(1, 20000),
                Arbitraries.integers().between(1, 20000),
                Arbitraries.of(Orientation.values()))
            .as(PhotoFrame::new);
    return Combinators.combine(frames, part.list().ofSize(4), names, part)
        .as(
            (frame, p, name, score) -> {
              double x = p.get(0) * frame.width() * 0.9;
              double y = p.get(1) * frame.height() * 0.9;
              double w = (0.01 + 0.99 * p.get(2)) * (frame.width() - x);
              double h = (0.01 + 0.99 * p.get(3)) * (frame.height() - y);
              NamedFace face = new NamedFace(Face.of(new Box(x, y, w, h), score), name);
              return PhotoFaces.of("a.jpg", Optional.of(frame), List.of(face));
            });
  }

  @Property(tries = 150, seed = "20261124")
  void keepsNamesScoresAndBoxes(@ForAll("photos") PhotoFaces photo) throws Exception {
    PhotoFrame frame = photo.frame().orElseThrow();
    XmpTree once = written(XmpTree.empty(), photo);
    assertSame(read(once, frame).faces(), photo.faces());
    byte[] first = once.bytes();
    XmpTree twice = written(once, photo);
    assertThat(twice.bytes()).as("written again").isEqualTo(first);
    XmpTree packet = XmpTree.parse("It", once.packet());
    assertSame(read(packet, frame).faces(), photo.faces());
  }

  /** As digiKam 8 writes them: attributes, prefixes as usual, both kinds. */
  private static final String DIGIKAM =
      """
      <rdf:Description rdf:about='' xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
        xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'
        xmlns:MP='http://ns.microsoft.com/photo/1.2/' xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'
        xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#' xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmp:Rating='4'>
       <mwg-rs:Regions rdf:parseType='Resource'>
        <mwg-rs:AppliedToDimensions stDim:w='2000' stDim:h='1000' stDim:unit='pixel'/>
        <mwg-rs:RegionList><rdf:Bag>
         <rdf:li><rdf:Description mwg-rs:Name='Adele' mwg-rs:Type='Face'>
          <mwg-rs:Area stArea:x='0.15' stArea:y='0.3' stArea:w='0.1' stArea:h='0.2' stArea:unit='normalized'/>
         </rdf:Description></rdf:li>
         <rdf:li><rdf:Description mwg-rs:Name='Rex' mwg-rs:Type='Pet'>
          <mwg-rs:Area stArea:x='0.5' stArea:y='0.5' stArea:w='0.1' stArea:h='0.1' stArea:unit='normalized'/>
         </rdf:Description></rdf:li>
        </rdf:Bag></mwg-rs:RegionList>
       </mwg-rs:Regions>
       <MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag>
         <rdf:li MPReg:PersonDisplayName='Adele' MPReg:Rectangle='0.1, 0.2, 0.1, 0.2'/>
       </rdf:Bag></MPRI:Regions></MP:RegionInfo>
      </rdf:Description>
      """;

  /** As Picasa writes them: elements, a list in place of a bag, no type, prefixes of its own. */
  private static final String PICASA =
      """
      <rdf:Description rdf:about='' xmlns:r='http://www.metadataworkinggroup.com/schemas/regions/'
        xmlns:a='http://ns.adobe.com/xmp/sType/Area#' xmlns:d='http://ns.adobe.com/xap/1.0/sType/Dimensions#'>
       <r:Regions><rdf:Description>
        <r:AppliedToDimensions><rdf:Description><d:w>500</d:w><d:h>250</d:h><d:unit>pixel</d:unit></rdf:Description></r:AppliedToDimensions>
        <r:RegionList><rdf:Seq>
         <rdf:li><rdf:Description><r:Name>Zoë</r:Name>
          <r:Area><rdf:Description><a:x>0.15</a:x><a:y>0.3</a:y><a:w>0.1</a:w><a:h>0.2</a:h></rdf:Description></r:Area>
         </rdf:Description></rdf:li>
        </rdf:Seq></r:RegionList>
       </rdf:Description></r:Regions>
      </rdf:Description>
      """;

  /** As Lightroom Classic writes them: resources, and a rotation we pass over. */
  private static final String LIGHTROOM =
      """
      <rdf:Description rdf:about='' xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
        xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#' xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'>
       <mwg-rs:Regions rdf:parseType='Resource'>
        <mwg-rs:AppliedToDimensions stDim:w='1000' stDim:h='500' stDim:unit='pixel'/>
        <mwg-rs:RegionList><rdf:Bag>
         <rdf:li>
          <rdf:Description mwg-rs:Rotation='0.00000' mwg-rs:Name='Bo' mwg-rs:Type='Face'>
           <mwg-rs:Area stArea:h='0.20000' stArea:w='0.10000' stArea:x='0.15000' stArea:y='0.30000'/>
          </rdf:Description>
         </rdf:li>
        </rdf:Bag></mwg-rs:RegionList>
       </mwg-rs:Regions>
      </rdf:Description>
      """;

  @Test
  void regionsOfOtherProgramsAreNamedBoxes() throws Exception {
    Map<String, String> people = Map.of(DIGIKAM, "Adele", PICASA, "Zoë", LIGHTROOM, "Bo");
    for (var sample : List.of(DIGIKAM, PICASA, LIGHTROOM)) {
      List<NamedFace> faces = read(parse(sample));
      assertThat(faces).hasSize(1);
      assertThat(faces.get(0).name()).isEqualTo(people.get(sample));
      assertThat(faces.get(0).face().box().x()).isCloseTo(100, within(1e-9));
      assertThat(faces.get(0).face().box().y()).isCloseTo(100, within(1e-9));
      assertThat(faces.get(0).face().box().height()).isCloseTo(100, within(1e-9));
    }
    String microsoft = DIGIKAM.replaceFirst("(?s)<mwg-rs:Regions.*</mwg-rs:Regions>", "");
    assertThat(read(parse(microsoft)).get(0).face().box().x()).isCloseTo(100, within(1e-9));
    String pixels =
        DIGIKAM
            .replace("normalized", "pixel")
            .replace("'0.15'", "'300'")
            .replace("'0.3'", "'300'")
            .replace("stArea:w='0.1' stArea:h='0.2'", "stArea:w='200' stArea:h='200'");
    assertAt(read(parse(pixels)).get(0), new Box(100, 100, 100, 100));
  }

  @Test
  void otherProportionsAreAnotherPicture() throws Exception {
    XmpTree cropped = parse(LIGHTROOM.replace("stDim:h='500'", "stDim:h='800'"));
    MergedFaces none = read(cropped, new PhotoFrame(1000, 500, Orientation.UPRIGHT));
    assertThat(none.faces()).isEmpty();
    assertThat(none.problems().toString()).contains("1000 x 800", "1000 x 500", "cropped");
    assertThatThrownBy(
            () -> write(cropped, faces(), new PhotoFrame(1000, 500, Orientation.UPRIGHT)))
        .hasMessageContaining("cropped");
  }

  @Test
  void whatIsThereStays() throws Exception {
    XmpTree tree = parse(DIGIKAM);
    PhotoFaces ours = faces(face(105, 105, "Ada"), face(700, 300, "Bo"));
    List<String> conflicts = write(tree, ours, ours.frame().orElseThrow());
    assertThat(conflicts)
        .containsExactly(
            "A face that is \"Ada\" here is \"Adele\" in the metadata already; that name was"
                + " kept.");
    String text = new String(tree.bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains("Rex", "xmp:Rating=\"4\"").doesNotContain(">Ada<");
    assertThat(read(tree)).extracting(NamedFace::name).containsExactly("Adele", "Bo");
    assertThat(read(tree).get(0).face().box().x()).isCloseTo(100, within(1e-9));
    // Again, with Bo moved: no duplicates, and one region less when Bo is no face any more.
    XmpTree again = written(tree, faces(face(710, 310, "Bo")));
    assertThat(read(again)).extracting(NamedFace::name).containsExactly("Adele", "Bo");
    assertThat(read(again).get(1).face().box().x()).isCloseTo(710, within(1e-6));
    assertThat(again.count(XmpSpace.MP, "MP:RegionInfo/MPRI:Regions")).isEqualTo(2);
    XmpTree less = written(again, faces());
    assertThat(read(less)).extracting(NamedFace::name).containsExactly("Adele");
    assertThat(less.count(XmpSpace.MP, "MP:RegionInfo/MPRI:Regions")).isEqualTo(1);
    assertThat(new String(less.bytes(), StandardCharsets.UTF_8))
        .contains("Rex", "xmp:Rating=\"4\"");
  }

  @Test
  void aNameThatSomebodyGaveLaterIsKept() throws Exception {
    XmpTree first = written(XmpTree.empty(), faces(face(100, 100, ""), face(300, 100, "Bo")));
    XmpTree edited = XmpTree.parse("It", first.bytes());
    edited.put(XmpSpace.REGIONS, "mwg-rs:Regions/mwg-rs:RegionList[1]/mwg-rs:Name", "Zoë");
    XmpTree again = written(edited, faces(face(100, 100, ""), face(300, 100, "")));
    assertThat(read(again)).extracting(NamedFace::name).containsExactly("Zoë", "");
    XmpTree gone = written(again, faces());
    assertThat(read(gone)).extracting(NamedFace::name).containsExactly("Zoë");
    XmpTree empty = written(written(XmpTree.empty(), faces(face(1, 1, ""))), faces());
    assertThat(new String(empty.bytes(), StandardCharsets.UTF_8)).doesNotContain("Region");
  }

  @Test
  void anUnnamedRegionOfAnotherProgramGetsOurName() throws Exception {
    XmpTree tree = written(parse(DIGIKAM.replace("'Adele'", "''")), faces(face(105, 105, "Ada")));
    assertThat(read(tree)).extracting(NamedFace::name).containsExactly("Ada");
    assertThat(read(tree).get(0).face().box().x()).isCloseTo(100, within(1e-9));
  }

  @Test
  void facesAtTheEdgeAreCut() throws Exception {
    XmpTree tree = written(XmpTree.empty(), faces(face(-50, 450, "Ada"), face(2000, 0, "Bo")));
    assertThat(read(tree)).hasSize(1);
    assertAt(read(tree).get(0), new Box(0, 450, 50, 50));
  }

  @Test
  void sidecarsAreNamedAsThoseThatAreThere() throws Exception {
    MarkedPhoto.write(dir.resolve("a.jpg"), 6);
    MarkedPhoto.write(dir.resolve("b.jpg"), 1);
    Files.writeString(dir.resolve("a.xmp"), HEAD + FOOT);
    XmpRegions format = new XmpRegions(Optional.of(dir), false);
    List<PhotoFaces> all = new ArrayList<>();
    for (String name : List.of("a.jpg", "b.jpg")) {
      all.add(marked(name, dir.resolve(name), name));
    }
    assertThat(format.write(all, dir)).isEmpty();
    assertThat(names(dir)).containsExactly("a.jpg", "a.xmp", "b.jpg", "b.jpg.xmp");
    ReadFaces read = format.read(dir);
    assertThat(read.photos()).extracting(PhotoFaces::photo).containsExactly("a.jpg", "b.jpg");
    assertThat(format.read(dir.resolve("a.xmp")).photos()).isEqualTo(read.photos().subList(0, 1));
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void photosAreNeverWrittenTo() throws Exception {
    Path photo = MarkedPhoto.write(dir.resolve("a.jpg"), 3);
    byte[] before = Files.readAllBytes(photo);
    XmpRegions format = new XmpRegions(Optional.of(dir), true);
    PhotoFaces faces = marked("a.jpg", photo, "Ada");
    assertThat(format.write(List.of(faces), dir))
        .extracting(p -> p.sentence())
        .allMatch(s -> s.contains("photos are never overwritten"))
        .hasSize(1);
    assertThat(Files.readAllBytes(photo)).isEqualTo(before);
    Files.write(dir.resolve("b.jpg"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    PhotoFaces png = PhotoFaces.of("b.jpg", faces.frame(), faces.faces());
    assertThat(format.write(List.of(png), dir.resolve("copies")))
        .extracting(p -> p.sentence())
        .allMatch(s -> s.contains("is no JPEG file"));
    PhotoFaces many =
        PhotoFaces.of(
            "a.jpg",
            faces.frame(),
            List.of(new NamedFace(faces.faces().get(0).face(), "A".repeat(70_000))));
    assertThat(format.write(List.of(many), dir.resolve("copies")))
        .extracting(p -> p.sentence())
        .allMatch(s -> s.contains("a JPEG file takes"));
    assertThat(dir.resolve("copies/a.jpg")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x:xmpmeta"
            + " xmlns:x='adobe:ns:meta/'>&b;</x:xmpmeta>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        "<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/hostname'> %p;]><x/>",
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>",
        "nothing",
        ""
      })
  void hostileSidecarsHaveASentence(String xml) throws Exception {
    MarkedPhoto.write(dir.resolve("a.jpg"), 1);
    XmpRegions format = new XmpRegions(Optional.of(dir), false);
    for (var encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
      Path file = Files.write(dir.resolve("a.jpg.xmp"), xml.getBytes(encoding));
      byte[] before = Files.readAllBytes(file);
      assertThatThrownBy(() -> format.read(file))
          .isInstanceOf(FacesException.class)
          .hasMessageContaining("a.jpg.xmp");
      assertThat(format.read(dir).problems()).hasSize(1);
      assertThat(format.write(List.of(marked("a.jpg", dir.resolve("a.jpg"), "Ada")), dir))
          .as("a broken sidecar is not replaced")
          .hasSize(1);
      assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
  }

  @Test
  void absurdSidecarsHaveASentenceOrNoFaces() throws Exception {
    String deep = HEAD + "<a>".repeat(100_000) + "</a>".repeat(100_000) + FOOT;
    assertThatThrownBy(() -> XmpTree.parse("It", deep.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("within each other");
    for (String wrong : List.of("NaN", "1e999999999", "", "-5", "x")) {
      assertThat(read(parse(LIGHTROOM.replace("0.20000", wrong)))).isEmpty();
    }
    for (String size : List.of("NaN", "0", "-1", "1e999999999")) {
      assertThat(read(parse(LIGHTROOM.replace("'1000'", "'" + size + "'")))).hasSize(1);
    }
    Path alone = Files.writeString(dir.resolve("x.xmp"), HEAD + PICASA + FOOT);
    assertThat(new XmpRegions(Optional.empty(), false).read(alone).photos())
        .extracting(PhotoFaces::photo, p -> p.frame().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "x", new PhotoFrame(500, 250, Orientation.UPRIGHT)));
    Files.writeString(alone, HEAD + DIGIKAM.replaceAll("stDim:[wh]='[0-9]+'", "") + FOOT);
    assertThatThrownBy(() -> new XmpRegions(Optional.empty(), false).read(alone))
        .hasMessageContaining("does not lie beside it");
  }

  @Test
  void jpegFilesThatEndTooSoonAreNoTrouble() throws Exception {
    byte[] whole = Files.readAllBytes(MarkedPhoto.write(dir.resolve("a.jpg"), 1));
    for (int length = 4; length < 200; length++) {
      JpegXmp cut = new JpegXmp("It", java.util.Arrays.copyOf(whole, length));
      assertThat(cut.packet()).isEmpty();
      assertThat(cut.with("it", new byte[10])).hasSize(length + 10 + 4 + 29);
    }
  }
}
