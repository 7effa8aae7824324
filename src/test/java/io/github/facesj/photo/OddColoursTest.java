package io.github.facesj.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.image.FaceImage;
import io.github.facesj.run.Progress;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Colour profiles that are broken or of another kind, in every format: the pixels are read. */
class OddColoursTest {

  @TempDir Path dir;

  /** Bytes that should be a profile. */
  private static Map<String, byte[]> profiles() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    byte[] rgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    all.put("RGB", rgb);
    all.put("grey", ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData());
    all.put("YCC", ICC_Profile.getInstance(ColorSpace.CS_PYCC).getData());
    all.put("linear", ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    all.put("empty", new byte[0]);
    all.put("one byte", new byte[] {7});
    all.put("words", "this is no profile at all, but longer than a header ".repeat(9).getBytes());
    all.put("cut", Arrays.copyOf(rgb, 200));
    all.put("header", Arrays.copyOf(rgb, 128));
    byte[] zeros = rgb.clone();
    Arrays.fill(zeros, 128, zeros.length, (byte) 0);
    all.put("zeros", zeros);
    byte[] cmyk = rgb.clone();
    System.arraycopy("CMYK".getBytes(StandardCharsets.US_ASCII), 0, cmyk, 16, 4);
    all.put("said to be CMYK", cmyk);
    byte[] length = rgb.clone();
    ByteBuffer.wrap(length).putInt(0, Integer.MAX_VALUE).putInt(128, Integer.MAX_VALUE);
    all.put("lengths", length);
    return all;
  }

  private static byte[] inJpeg(byte[] jpeg, byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int part = 60_000;
    int parts = Math.max(1, (profile.length + part - 1) / part);
    for (int i = 0; i < parts; i++) {
      byte[] some = Arrays.copyOfRange(profile, i * part, Math.min(profile.length, (i + 1) * part));
      int length = 2 + 12 + 2 + some.length;
      out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe2, (byte) (length >> 8), (byte) length});
      out.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(new byte[] {(byte) (i + 1), (byte) parts});
      out.writeBytes(some);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] chunk(String name, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + content.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  private static byte[] inPng(byte[] png, byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int header = 8 + 25;
    out.write(png, 0, header);
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    out.write(png, header, png.length - header);
    return out.toByteArray();
  }

  private static byte[] iccp(byte[] profile) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("name\0\0".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(profile);
    }
    return chunk("iCCP", out.toByteArray());
  }

  /** A WebP of one picture with the chunk ICCP before it. */
  private static byte[] inWebp(byte[] webp, int width, int height, byte[] profile) {
    int padded = profile.length + profile.length % 2;
    byte[] rest = Arrays.copyOfRange(webp, 12, webp.length);
    ByteBuffer out = ByteBuffer.allocate(12 + 18 + 8 + padded + rest.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes(StandardCharsets.US_ASCII));
    out.putInt(out.capacity() - 8).put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10);
    out.putInt(0x20).put((byte) (width - 1)).putShort((short) 0);
    out.put((byte) (height - 1)).putShort((short) 0);
    out.put("ICCP".getBytes(StandardCharsets.US_ASCII)).putInt(profile.length).put(profile);
    out.position(38 + padded);
    return out.put(rest).array();
  }

  private static byte[] samples(int count) {
    byte[] all = new byte[count];
    for (int i = 0; i < count; i++) {
      all[i] = (byte) (i * 37 + i / 7);
    }
    return all;
  }

  private static TiffBytes tiff(String kind) {
    int pixels = 8 * 6;
    return switch (kind) {
      case "grey" -> new TiffBytes(8, 6, 1, 1, 8, samples(pixels));
      case "grey 16" -> new TiffBytes(8, 6, 1, 1, 16, samples(2 * pixels));
      case "grey + alpha" -> new TiffBytes(8, 6, 1, 2, 8, samples(2 * pixels)).with(338, 2);
      case "RGB" -> new TiffBytes(8, 6, 2, 3, 8, samples(3 * pixels));
      case "RGB 16" -> new TiffBytes(8, 6, 2, 3, 16, samples(6 * pixels));
      case "RGBA" -> new TiffBytes(8, 6, 2, 4, 8, samples(4 * pixels)).with(338, 2);
      case "RGBA 16" -> new TiffBytes(8, 6, 2, 4, 16, samples(8 * pixels)).with(338, 2);
      case "RGB + channel" -> new TiffBytes(8, 6, 2, 4, 8, samples(4 * pixels)).with(338, 0);
      case "RGB + 2" -> new TiffBytes(8, 6, 2, 5, 8, samples(5 * pixels)).with(338, 0, 0);
      case "RGB + 2 16" -> new TiffBytes(8, 6, 2, 5, 16, samples(10 * pixels)).with(338, 0, 0);
      case "RGBA + channel" -> new TiffBytes(8, 6, 2, 5, 8, samples(5 * pixels)).with(338, 2, 0);
      case "unsaid" -> new TiffBytes(8, 6, 2, 4, 8, samples(4 * pixels));
      default -> new TiffBytes(8, 6, 5, 4, 8, samples(4 * pixels));
    };
  }

  private static final String[] TIFFS = {
    "grey",
    "grey 16",
    "grey + alpha",
    "RGB",
    "RGB 16",
    "RGBA",
    "RGBA 16",
    "RGB + channel",
    "RGB + 2",
    "RGB + 2 16",
    "RGBA + channel",
    "unsaid",
    "CMYK"
  };

  private FaceImage read(String name, byte[] bytes) throws Exception {
    return PhotoReader.read(Files.write(dir.resolve(name.replaceAll("\\W", "_")), bytes));
  }

  private DynamicTest same(String what, byte[] plain, byte[] odd) {
    return DynamicTest.dynamicTest(
        what, () -> assertThat(read("odd " + what, odd)).isEqualTo(read("plain " + what, plain)));
  }

  @TestFactory
  Stream<DynamicTest> thePixelsAreThose() throws Exception {
    Map<String, byte[]> photos = WrittenPhotos.all();
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (Map.Entry<String, byte[]> entry : profiles().entrySet()) {
      String profile = entry.getKey();
      byte[] icc = entry.getValue();
      for (String name : new String[] {"baseline.jpg", "progressive.jpg", "grey.jpg", "cmyk.jpg"}) {
        byte[] jpeg = photos.get(name);
        tests.add(same(name + " with " + profile, jpeg, inJpeg(jpeg, icc)));
        tests.add(same(name + " twice " + profile, jpeg, inJpeg(inJpeg(jpeg, icc), icc)));
      }
      for (String name : new String[] {"colour.png", "palette.png"}) {
        byte[] png = photos.get(name);
        tests.add(same(name + " with " + profile, png, inPng(png, iccp(icc))));
        tests.add(same(name + " with bare " + profile, png, inPng(png, chunk("iCCP", icc))));
      }
      byte[] webp = photos.get("lossless.webp");
      ByteBuffer size = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
      int width = (size.getInt(21) & 0x3fff) + 1;
      int height = (size.getInt(21) >> 14 & 0x3fff) + 1;
      tests.add(same("webp with " + profile, webp, inWebp(webp, width, height, icc)));
      for (String kind : TIFFS) {
        tests.add(
            same(
                kind + " TIFF with " + profile,
                tiff(kind).bytes(),
                tiff(kind).profile(icc).bytes()));
      }
    }
    byte[] png = photos.get("palette.png");
    for (String chunk : new String[] {"gAMA", "cHRM", "sRGB", "sBIT", "tEXt", "eXIf", "cICP"}) {
      tests.add(same("palette with empty " + chunk, png, inPng(png, chunk(chunk, new byte[0]))));
      tests.add(same("palette with odd " + chunk, png, inPng(png, chunk(chunk, samples(9)))));
    }
    return tests.build();
  }

  @TestFactory
  Stream<DynamicTest> whereColoursMayBeOffIsSaid() {
    Map<String, byte[]> photos = WrittenPhotos.all();
    Map<String, byte[]> odd = new LinkedHashMap<>();
    odd.put("cmyk.jpg", photos.get("cmyk.jpg"));
    odd.put("cmyk TIFF", tiff("CMYK").bytes());
    profiles()
        .forEach(
            (name, icc) -> {
              odd.put("cmyk.jpg with " + name, inJpeg(photos.get("cmyk.jpg"), icc));
              odd.put("cmyk TIFF with " + name, tiff("CMYK").profile(icc).bytes());
              odd.put("plain.jpg with " + name, inJpeg(photos.get("baseline.jpg"), icc));
              odd.put("plain grey.jpg with " + name, inJpeg(photos.get("grey.jpg"), icc));
              odd.put("plain TIFF with " + name, tiff("RGB 16").profile(icc).bytes());
            });
    return odd.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Path file = Files.write(dir.resolve("colours"), entry.getValue());
                      String remark =
                          PhotoReader.read(file, 0, PhotoMemory.room(), Progress.SILENT)
                              .remark()
                              .orElse("");
                      if (entry.getKey().startsWith("plain")) {
                        assertThat(remark).isEmpty();
                      } else {
                        assertThat(remark).contains("colours may be off");
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> furtherChannelsChangeNoColour() {
    return Stream.of("RGB + channel", "RGB + 2", "RGBA + channel", "RGBA")
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind,
                    () -> {
                      int channels = kind.equals("RGB + channel") || kind.equals("RGBA") ? 4 : 5;
                      byte[] wide = samples(channels * 48);
                      byte[] narrow = new byte[3 * 48];
                      for (int i = 0; i < 48; i++) {
                        System.arraycopy(wide, channels * i, narrow, 3 * i, 3);
                        if (kind.startsWith("RGBA")) {
                          wide[channels * i + 3] = (byte) 255; // nothing shines through
                        }
                      }
                      TiffBytes with = new TiffBytes(8, 6, 2, channels, 8, wide);
                      if (kind.startsWith("RGBA")) {
                        with = channels == 4 ? with.with(338, 2) : with.with(338, 2, 0);
                      } else {
                        with = channels == 4 ? with.with(338, 0) : with.with(338, 0, 0);
                      }
                      assertThat(read("wide " + kind, with.bytes()))
                          .isEqualTo(read("narrow", new TiffBytes(8, 6, 2, 3, 8, narrow).bytes()));
                    }));
  }
}
