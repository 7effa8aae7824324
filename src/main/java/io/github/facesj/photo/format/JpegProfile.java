package io.github.facesj.photo.format;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The colour profile of a JPEG of four components, the only one whose colours need it. It lies in
 * segments with numbers from 1 on (ICC.1, annex B.4); where one is missing, or they are no profile
 * for CMYK, the picture is read without.
 */
public final class JpegProfile {

  private static final int LARGEST_PART = 65_519;

  /** A press profile with all its tables has some 2 MB. */
  private static final int LARGEST = 16 << 20;

  private JpegProfile() {}

  /**
   * @param parts what the segments hold, by their numbers
   * @return whole segments, none where the parts are no profile
   */
  static List<byte[]> segments(SortedMap<Integer, byte[]> parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    int number = 0;
    for (var part : parts.entrySet()) {
      if (part.getKey() != ++number || joined.size() + part.getValue().length > LARGEST) {
        return List.of();
      }
      joined.writeBytes(part.getValue());
    }
    return isForCmyk(joined.toByteArray()) ? segments(joined.toByteArray()) : List.of();
  }

  /** Whether these bytes are a profile that CMYK can be shown with. */
  public static boolean isForCmyk(byte[] profile) {
    try {
      ICC_Profile icc = ICC_Profile.getInstance(profile);
      if (icc.getColorSpaceType() != ColorSpace.TYPE_CMYK) {
        return false;
      }
      new ICC_ColorSpace(icc).toRGB(new float[4]);
      return true;
    } catch (IllegalArgumentException | CMMException e) {
      return false;
    }
  }

  private static List<byte[]> segments(byte[] profile) {
    List<byte[]> segments = new ArrayList<>();
    int count = (profile.length + LARGEST_PART - 1) / LARGEST_PART;
    for (int i = 0; i < count; i++) {
      int start = i * LARGEST_PART;
      int length = Math.min(LARGEST_PART, profile.length - start);
      ByteArrayOutputStream segment = new ByteArrayOutputStream();
      segment.write(0xff);
      segment.write(0xe2);
      segment.write((length + 16) >> 8);
      segment.write(length + 16);
      segment.writeBytes("ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1));
      segment.write(i + 1);
      segment.write(count);
      segment.write(profile, start, length);
      segments.add(segment.toByteArray());
    }
    return segments;
  }
}
