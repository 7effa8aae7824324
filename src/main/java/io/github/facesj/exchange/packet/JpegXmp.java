package io.github.facesj.exchange.packet;

import io.github.facesj.run.FacesException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * XMP inside of JPEG files: the segment APP1 that begins with the address of the namespace (Adobe,
 * "XMP Specification Part 3", 1.1.3). All other bytes of the file stay as they are.
 */
public final class JpegXmp {

  private static final byte[] EXIF = "Exif\0".getBytes(StandardCharsets.US_ASCII);

  /** A segment's length is written in 16 bits and counts itself. */
  private static final int LONGEST = 0xffff - 2 - JpegPackets.XMP.length;

  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int SCAN = 0xda;

  private final byte[] jpeg;
  private int from = -1;
  private int to = -1;
  private int place = 2;

  /**
   * @throws FacesException if the file is no JPEG
   */
  public JpegXmp(String what, byte[] jpeg) throws FacesException {
    this.jpeg = jpeg;
    if (jpeg.length < 4 || at(0) != 0xff || at(1) != 0xd8) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is no JPEG file, and only those are written with metadata inside. Write sidecars"
                  + " instead (embed=false).",
              what));
    }
    int p = 2;
    while (p + 4 <= jpeg.length && at(p) == 0xff && at(p + 1) != SCAN) {
      int marker = at(p + 1);
      if (marker == 0xff) {
        p++; // filling
        continue;
      }
      int end = p + 2 + (at(p + 2) << 8 | at(p + 3));
      if (end > jpeg.length || end < p + 4) {
        break; // damaged: what comes next is not looked at
      }
      if (marker == APP1 && begins(p + 4, JpegPackets.XMP) && from < 0) {
        from = p;
        to = end;
      }
      if (marker == APP0 || (marker == APP1 && begins(p + 4, EXIF))) {
        place = end;
      }
      p = end;
    }
  }

  private int at(int i) {
    return jpeg[i] & 0xff;
  }

  private boolean begins(int p, byte[] start) {
    return p + start.length <= jpeg.length
        && Arrays.equals(jpeg, p, p + start.length, start, 0, start.length);
  }

  /** The packet, if there is one. */
  public Optional<byte[]> packet() {
    return from < 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(jpeg, from + 4 + JpegPackets.XMP.length, to));
  }

  /**
   * The file with another packet in the place of its own.
   *
   * @throws FacesException if the packet is too long for a JPEG file
   */
  public byte[] with(String what, byte[] packet) throws FacesException {
    if (packet.length > LONGEST) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The metadata of %s would have %d bytes, and a JPEG file takes %d. Write a sidecar"
                  + " instead (embed=false).",
              what,
              packet.length,
              LONGEST));
    }
    int start = from < 0 ? place : from;
    int rest = from < 0 ? place : to;
    int length = packet.length + JpegPackets.XMP.length + 2;
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + length + 2);
    out.write(jpeg, 0, start);
    out.write(0xff);
    out.write(APP1);
    out.write(length >> 8);
    out.write(length & 0xff);
    out.writeBytes(JpegPackets.XMP);
    out.writeBytes(packet);
    out.write(jpeg, rest, jpeg.length - rest);
    return out.toByteArray();
  }
}
