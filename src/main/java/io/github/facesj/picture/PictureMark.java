package io.github.facesj.picture;

import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/**
 * The mark by which FacesJ knows its own pictures: the name of the program, in the place that each
 * format has for it (PNG: text "Software"; TIFF: tag 305, Software; JPEG: a comment).
 */
public final class PictureMark {

  private static final String SOFTWARE = "FacesJ";
  private static final byte[] NAME = SOFTWARE.getBytes(StandardCharsets.US_ASCII);

  /** Our PNG and JPEG files have the mark before the pixels. */
  private static final int HEAD = 1 << 16;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int JPEG_START = 0xffd8;
  private static final int JPEG_APP0 = 0xffe0;
  private static final int JPEG_COMMENT = 0xfffe;
  private static final int JPEG_SCAN = 0xffda;
  private static final int LITTLE_ENDIAN = 0x4949;
  private static final int BIG_ENDIAN = 0x4d4d;

  /** A picture in any of the three formats. */
  public static final FileKind KIND = FileKind.marked("a picture", PictureMark::isOn);

  private PictureMark() {}

  private static boolean isOn(SeekableByteChannel file) throws IOException {
    file.position(0);
    ByteBuffer head = ByteBuffer.wrap(FileContent.head(file, HEAD));
    if (head.remaining() < PNG.length) {
      return false;
    }
    int first = head.getShort(0) & 0xffff;
    if (first == JPEG_START) {
      return isInJpeg(head);
    }
    if (first == LITTLE_ENDIAN || first == BIG_ENDIAN) {
      return isInTiff(file, first == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }
    return Arrays.equals(Arrays.copyOf(head.array(), PNG.length), PNG) && isInPng(head);
  }

  private static boolean isInPng(ByteBuffer head) {
    byte[] text = ("tEXtSoftware\0" + SOFTWARE).getBytes(StandardCharsets.US_ASCII);
    int at = PNG.length;
    while (at >= 0 && at + Integer.BYTES + text.length <= head.limit()) {
      int length = head.getInt(at);
      if (length == text.length - Integer.BYTES
          && Arrays.equals(Arrays.copyOfRange(head.array(), at + 4, at + 4 + text.length), text)) {
        return true;
      }
      at = length < 0 ? -1 : Math.addExact(Math.min(length, HEAD), at + 12);
    }
    return false;
  }

  private static boolean isInJpeg(ByteBuffer head) {
    int at = 2;
    while (at + 4 + NAME.length <= head.limit()) {
      int marker = head.getShort(at) & 0xffff;
      int length = head.getShort(at + 2) & 0xffff;
      if (marker == JPEG_COMMENT
          && length == 2 + NAME.length
          && Arrays.equals(Arrays.copyOfRange(head.array(), at + 4, at + 4 + NAME.length), NAME)) {
        return true;
      }
      if ((marker < JPEG_APP0 && marker < 0xffc0) || marker == JPEG_SCAN || length < 2) {
        return false;
      }
      at += 2 + length;
    }
    return false;
  }

  private static boolean isInTiff(SeekableByteChannel file, ByteOrder order) throws IOException {
    long directory = at(file, 4, 4, order).getInt() & 0xffffffffL;
    int entries = at(file, directory, 2, order).getShort() & 0xffff;
    ByteBuffer all = at(file, directory + 2, 12 * entries, order);
    for (; all.remaining() >= 12; all.position(all.position() + 12)) {
      int entry = all.position();
      if ((all.getShort(entry) & 0xffff) == BaselineTIFFTagSet.TAG_SOFTWARE
          && all.getInt(entry + 4) == NAME.length + 1) {
        long place = all.getInt(entry + 8) & 0xffffffffL;
        return Arrays.equals(at(file, place, NAME.length, order).array(), NAME);
      }
    }
    return false;
  }

  /** Filled with zeros where the file ends before. */
  private static ByteBuffer at(SeekableByteChannel file, long from, int length, ByteOrder order)
      throws IOException {
    file.position(from);
    return ByteBuffer.wrap(Arrays.copyOf(FileContent.head(file, length), length)).order(order);
  }

  /** A JPEG in memory with the mark behind its first segment. */
  public static byte[] marked(byte[] jpeg) {
    ByteBuffer from = ByteBuffer.wrap(jpeg);
    if (jpeg.length < 6 || (from.getShort(0) & 0xffff) != JPEG_START) {
      throw new IllegalArgumentException("These bytes are no JPEG.");
    }
    boolean app0 = (from.getShort(2) & 0xffff) == JPEG_APP0;
    int split = app0 ? Math.min(jpeg.length, 4 + (from.getShort(4) & 0xffff)) : 2;
    return ByteBuffer.allocate(jpeg.length + 4 + NAME.length)
        .put(jpeg, 0, split)
        .putShort((short) JPEG_COMMENT)
        .putShort((short) (2 + NAME.length))
        .put(NAME)
        .put(jpeg, split, jpeg.length - split)
        .array();
  }

  /** What a writer of ImageIO is to note with a picture, and nothing else. */
  static IIOMetadata metadata(
      ImageWriter writer, ImageWriteParam param, BufferedImage image, String format)
      throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    if (format.equals("tiff")) {
      TIFFDirectory directory = TIFFDirectory.createFromMetadata(metadata);
      directory.addTIFFField(
          new TIFFField(
              BaselineTIFFTagSet.getInstance().getTag(BaselineTIFFTagSet.TAG_SOFTWARE),
              javax.imageio.plugins.tiff.TIFFTag.TIFF_ASCII,
              1,
              new String[] {SOFTWARE}));
      return directory.getAsMetadata();
    }
    IIOMetadataNode root = new IIOMetadataNode(metadata.getNativeMetadataFormatName());
    if (format.equals("png")) {
      IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
      entry.setAttribute("keyword", "Software");
      entry.setAttribute("value", SOFTWARE);
      IIOMetadataNode text = new IIOMetadataNode("tEXt");
      text.appendChild(entry);
      root.appendChild(text);
    } else {
      IIOMetadataNode comment = new IIOMetadataNode("com");
      comment.setUserObject(NAME.clone());
      IIOMetadataNode sequence = new IIOMetadataNode("markerSequence");
      sequence.appendChild(comment);
      root.appendChild(new IIOMetadataNode("JPEGvariety"));
      root.appendChild(sequence);
    }
    metadata.mergeTree(metadata.getNativeMetadataFormatName(), root);
    return metadata;
  }
}
