package io.github.facesj.exchange.xmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.facesj.Program;
import io.github.facesj.exchange.MarkedPhoto;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.EmbeddedXmp;
import io.github.facesj.exchange.packet.JpegXmp;
import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.image.PhotoReader;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Metadata inside of photos of every format, put there by exiftool and by hand. */
class EmbeddedXmpTest {

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

  private static byte[] chunk(String kind, byte[] content, boolean big) {
    ByteBuffer chunk = ByteBuffer.allocate(8 + content.length + (content.length & 1));
    if (!big) {
      chunk.order(java.nio.ByteOrder.LITTLE_ENDIAN);
    }
    chunk.put(kind.getBytes(StandardCharsets.ISO_8859_1));
    chunk.putInt(content.length).put(content);
    return chunk.array();
  }

  private static byte[] webp(byte[] xmp) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(chunk("VP8X", new byte[] {4, 0, 0, 0, (byte) 159, 0, 0, 95, 0, 0}, false));
    out.writeBytes(chunk("XMP ", xmp, false));
    byte[] body = out.toByteArray();
    ByteBuffer file = ByteBuffer.allocate(12 + body.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(4 + body.length);
    return file.put("WEBP".getBytes(StandardCharsets.ISO_8859_1)).put(body).array();
  }

  private static byte[] box(String kind, byte[]... contents) {
    int length = 8 + Arrays.stream(contents).mapToInt(c -> c.length).sum();
    ByteBuffer box = ByteBuffer.allocate(length);
    box.putInt(length).put(kind.getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] content : contents) {
      box.put(content);
    }
    return box.array();
  }

  /** A file without a picture: two items, of which the second is XMP. */
  private static byte[] heif(byte[] xmp) {
    byte[] type = box("ftyp", "heic\0\0\0\0mif1".getBytes(StandardCharsets.ISO_8859_1));
    byte[] first = box("infe", new byte[] {2, 0, 0, 0, 0, 1, 0, 0}, "hvc1\0".getBytes());
    byte[] second =
        box(
            "infe",
            new byte[] {2, 0, 0, 0, 0, 2, 0, 0},
            "mime\0application/rdf+xml\0".getBytes(StandardCharsets.ISO_8859_1));
    byte[] items = box("iinf", new byte[] {0, 0, 0, 0, 0, 2}, first, second);
    int before = type.length + 8 + 4 + items.length + 8 + 8 + 2 * 14 + 8;
    ByteBuffer places = ByteBuffer.allocate(8 + 2 * 14);
    places.putInt(0).putShort((short) 0x4400).putShort((short) 2);
    places.putShort((short) 1).putShort((short) 0).putShort((short) 1).putInt(0).putInt(8);
    places.putShort((short) 2).putShort((short) 0).putShort((short) 1);
    places.putInt(before).putInt(xmp.length);
    byte[] meta = box("meta", new byte[4], items, box("iloc", places.array()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(type);
    out.writeBytes(meta);
    out.writeBytes(box("mdat", xmp));
    return out.toByteArray();
  }

  /** A packet that has no room, in parts that come in disorder. */
  private static byte[] extended(byte[] main, byte[] more) throws Exception {
    byte[] jpeg = Files.readAllBytes(MarkedPhoto.write(Files.createTempFile("x", ".jpg"), 1));
    byte[] whole = new JpegXmp("It", jpeg).with("it", main);
    int half = more.length / 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(whole, 0, 2);
    out.writeBytes(part(more, half, more.length));
    out.write(whole, 2, whole.length - 2);
    byte[] first = part(more, 0, half);
    byte[] all = out.toByteArray();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(all, 0, 2);
    file.writeBytes(first);
    file.write(all, 2, all.length - 2);
    return file.toByteArray();
  }

  private static byte[] part(byte[] more, int from, int to) {
    byte[] address = "http://ns.adobe.com/xmp/extension/\0".getBytes(StandardCharsets.US_ASCII);
    int length = 2 + address.length + 32 + 8 + to - from;
    ByteBuffer part = ByteBuffer.allocate(2 + length);
    part.putShort((short) 0xffe1).putShort((short) length).put(address);
    part.put("0123456789ABCDEF0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII));
    part.putInt(more.length).putInt(from).put(more, from, to - from);
    return part.array();
  }

  private static List<byte[]> samples(byte[] xmp) throws Exception {
    List<byte[]> files = new ArrayList<>(List.of(webp(xmp), heif(xmp)));
    byte[] empty =
        WritingProgram.packet("", Orientation.UPRIGHT, "").getBytes(StandardCharsets.UTF_8);
    files.add(extended(empty, xmp));
    return files;
  }

  @Test
  void packetsAreFoundInFilesOfEveryKind() throws Exception {
    byte[] xmp = packet(PhotoFrame.ofStored(160, 96, Orientation.UPRIGHT)).getBytes("UTF-8");
    for (byte[] file : samples(xmp)) {
      Path photo = Files.write(dir.resolve("a"), file);
      List<byte[]> packets = EmbeddedXmp.packets(photo);
      assertThat(packets.get(packets.size() - 1)).isEqualTo(xmp);
    }
    Path heic = Files.write(dir.resolve("b.heic"), heif(xmp));
    ReadFaces read = new XmpRegions(Optional.empty(), false).read(heic);
    Box box = read.photos().get(0).faces().get(0).face().box();
    assertThat(box.x()).isCloseTo(FACE.x(), within(1e-4));
  }

  /** Cut anywhere, or with any byte changed, there is a sentence or nothing, and soon. */
  @Test
  void damagedFilesHaveASentenceOrNoMetadata() throws Exception {
    byte[] xmp = packet(PhotoFrame.ofStored(160, 96, Orientation.UPRIGHT)).getBytes("UTF-8");
    Path file = dir.resolve("a");
    for (byte[] whole : samples(xmp)) {
      for (int i = 0; i < Math.min(400, whole.length); i += 3) {
        byte[] other = whole.clone();
        other[i] = (byte) ~other[i];
        for (byte[] bytes : List.of(Arrays.copyOf(whole, i), other)) {
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

  /** The sample photos have none, and reading that takes no picture. */
  @Test
  void photosWithoutMetadataHaveNone() throws Exception {
    Path photo = MarkedPhoto.write(dir.resolve("a.jpg"), 6);
    assertThat(EmbeddedXmp.packets(photo)).isEmpty();
    assertThat(PhotoReader.frame(photo, 0).orientation()).isEqualTo(Orientation.TURN_RIGHT);
  }
}
