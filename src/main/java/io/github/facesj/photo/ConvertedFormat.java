package io.github.facesj.photo;

import io.github.facesj.photo.format.PhotoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Kinds of pictures that no decoder for Java 17 reads and a program of the user's system does, if
 * it is installed ({@link DecoderProgram}). A program of its own, not a native library in here:
 * what a broken file does to it, it does not do to ImageJ.
 *
 * <p>Beginnings: HEIC and AVIF are files of ISO 14496-12 with the brands of ISO 23008-12 and AV1
 * Image File Format; ISO 18181-2; ISO 15444-1.
 */
enum ConvertedFormat {
  HEIC(
      "HEIC",
      "heic",
      "....ftyp(hei[cxms]|hev[cxms]|mif[12]|msf1)",
      "ispe",
      DecoderProgram.HEIF_DEC,
      DecoderProgram.HEIF_CONVERT,
      DecoderProgram.MAGICK,
      DecoderProgram.SIPS),
  AVIF(
      "AVIF",
      "avif",
      "....ftypavi[fs]",
      "ispe",
      DecoderProgram.HEIF_DEC,
      DecoderProgram.HEIF_CONVERT,
      DecoderProgram.MAGICK,
      DecoderProgram.SIPS),
  JPEG_XL(
      "JPEG XL",
      "jxl",
      "\0\0\0\fJXL \r\n\u0087\n|\u00ff\n",
      "",
      DecoderProgram.DJXL,
      DecoderProgram.MAGICK,
      DecoderProgram.SIPS),
  JPEG_2000(
      "JPEG 2000",
      "jp2",
      "\0\0\0\fjP  \r\n\u0087\n|\u00ffO\u00ffQ",
      "ihdr",
      DecoderProgram.OPENJPEG,
      DecoderProgram.MAGICK,
      DecoderProgram.SIPS);

  /** Where the size of the picture stands, in the boxes before the pixels. */
  private static final int HEADER = 1 << 18;

  private final String title;
  private final String ending;
  private final Pattern start;
  private final String sizeBox;
  private final List<DecoderProgram> programs;

  ConvertedFormat(
      String title, String ending, String start, String sizeBox, DecoderProgram... programs) {
    this.title = title;
    this.ending = ending;
    this.start = Pattern.compile(start, Pattern.DOTALL);
    this.sizeBox = sizeBox;
    this.programs = List.of(programs);
  }

  /** The format of a file that begins with these bytes, at least {@link PhotoFormat#HEAD}. */
  static Optional<ConvertedFormat> of(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(f -> f.start.matcher(text).lookingAt()).findFirst();
  }

  /** The first of its programs that is installed. */
  Optional<DecoderProgram.Found> program() {
    return programs.stream().map(DecoderProgram::find).flatMap(Optional::stream).findFirst();
  }

  /** What to do where none is, in a sentence. */
  String todo() {
    String names =
        programs.stream()
            .filter(program -> program != DecoderProgram.SIPS) // macOS has it
            .map(DecoderProgram::title)
            .collect(Collectors.joining(", "))
            .replaceFirst("^(.*), (.*)$", "$1 or $2");
    return "Install " + names + " to have them read, or save them as JPEG.";
  }

  /** The ending that files of the kind have, without a dot. */
  String ending() {
    return ending;
  }

  /** For sentences. */
  @Override
  public String toString() {
    return title;
  }

  /**
   * Pixels of the largest picture that the file announces, before anything is decoded; empty where
   * that is not known.
   */
  OptionalLong pixels(Path file) throws IOException {
    if (sizeBox.isEmpty()) {
      return OptionalLong.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(HEADER);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    // ispe has four bytes of version and flags before its two numbers, ihdr none.
    int skip = sizeBox.equals("ispe") ? 8 : 4;
    long largest = 0;
    for (int at = text.indexOf(sizeBox); at >= 0; at = text.indexOf(sizeBox, at + 4)) {
      if (at + skip + 8 <= bytes.length) {
        ByteBuffer size = ByteBuffer.wrap(bytes, at + skip, 8);
        largest = Math.max(largest, (size.getInt() & 0x7fffffffL) * (size.getInt() & 0x7fffffffL));
      }
    }
    return largest == 0 ? OptionalLong.empty() : OptionalLong.of(largest);
  }
}
