package io.github.facesj.photo.format;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a JPEG file is built, found by walking through its markers without decoding anything (ITU
 * T.81, annex B): where its parts lie, how many scans there are, whether all of them are there.
 */
public final class JpegLayout {

  /**
   * Most scans of a picture. Programs write 1 to 20; four components whose every bit plane has a
   * scan of its own come to some 60, and each scan takes as long as a whole picture.
   */
  static final int MOST_SCANS = 100;

  /** Most pixels times scans: the largest photo in 11 scans, about a minute of decoding. */
  static final long MOST_WORK = 6_000_000_000L;

  /**
   * Most bytes of coefficients that the decoder holds, beside Java's memory, until the last of
   * several scans: 268 million pixels as cameras write them (4:2:0), 134 million in full colour.
   */
  static final long MOST_COEFFICIENTS = 800L << 20;

  /** Most segments: cameras write some 20, panoramas some hundreds of APP2 and APP11. */
  private static final int MOST_SEGMENTS = 10_000;

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COM = 0xfe;

  /**
   * A marker with what belongs to it; of a scan the coded picture as well.
   *
   * @param start place of the marker
   * @param end place after it
   */
  record Segment(int marker, long start, long end) {}

  /** Start, Adobe's marker, and the head of a profile's first segment. */
  private static final int PROFILE_WITHIN = 2 + 16 + 4 + 12;

  private final PhotoStream in;
  private final boolean headerOnly;
  private final List<Segment> segments = new ArrayList<>();
  private final SortedMap<Integer, byte[]> profile = new TreeMap<>();
  private boolean jfif;
  private int adobe = -1;
  private byte[] frame = new byte[0];
  private int frameMarker;
  private int scans;
  private JpegScans seen;
  private boolean ended;

  private JpegLayout(PhotoStream in, boolean headerOnly) {
    this.in = in;
    this.headerOnly = headerOnly;
  }

  /**
   * @throws DecodingLimitException if decoding would take absurdly long
   * @throws EOFException if the file ends before the picture is whole
   * @throws IOException if the file cannot be read
   */
  public static JpegLayout of(PhotoStream in) throws IOException {
    JpegLayout layout = new JpegLayout(in, false);
    layout.walk();
    return layout;
  }

  /** Only what comes before the first coded picture, for those who ask for the size. */
  public static JpegLayout header(PhotoStream in) throws IOException {
    JpegLayout layout = new JpegLayout(in, true);
    layout.walk();
    return layout;
  }

  /**
   * Bytes that the decoder needs for coefficients, two for each: of a whole picture where it comes
   * in several scans, else of some rows, which is nothing.
   */
  public long coefficients() {
    if (scans < 2 && !isProgressive()) {
      return 0;
    }
    long widest = 1;
    long tallest = 1;
    for (int i = 0; i < components() && 7 + 3 * i < frame.length; i++) {
      widest = Math.max(widest, frame[7 + 3 * i] >> 4 & 15);
      tallest = Math.max(tallest, frame[7 + 3 * i] & 15);
    }
    double samples = 0;
    for (int i = 0; i < components() && 7 + 3 * i < frame.length; i++) {
      int sampling = frame[7 + 3 * i];
      samples +=
          (double) pixelCount() * (sampling >> 4 & 15) * (sampling & 15) / (widest * tallest);
    }
    return (long) (2 * samples);
  }

  int components() {
    return frame.length < 6 ? 0 : frame[5] & 0xff;
  }

  /**
   * The picture without what its pixels do not need: profiles, EXIF, previews, comments. Which
   * colours three components are is said in the one way that every decoder understands, after the
   * rule of libjpeg: JFIF means YCbCr, else Adobe's marker counts, else the names R, G and B.
   */
  public PhotoStream pixels() {
    PhotoStream out = in.empty().inSmallPieces().insert((byte) 0xff, (byte) SOI);
    if (components() == 4) {
      if (adobe >= 0) {
        out.insert(adobe(adobe == 0 ? 0 : 2));
      }
      JpegProfile.segments(profile).forEach(out::insert);
    } else if (components() == 3 && isRgb()) {
      out.insert(adobe(0));
    } else {
      out.insert(jfif());
    }
    for (Segment segment : segments) {
      out.add(segment.start, segment.end - segment.start);
    }
    return out.insert((byte) 0xff, (byte) EOI);
  }

  /** Whether what a decoder sees has a profile: it stands at the beginning, or there is none. */
  public static boolean hasProfile(PhotoStream pixels) throws IOException {
    long place = pixels.getStreamPosition();
    byte[] head = pixels.bytes(0, (int) Math.min(pixels.length(), PROFILE_WITHIN));
    pixels.seek(place);
    return new String(head, StandardCharsets.ISO_8859_1).contains("ICC_PROFILE");
  }

  private boolean isRgb() {
    if (jfif) {
      return false;
    }
    if (adobe >= 0) {
      return adobe == 0;
    }
    return frame.length >= 15 && frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
  }

  private static byte[] jfif() {
    return new byte[] {
      (byte) 0xff, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0
    };
  }

  private static byte[] adobe(int transform) {
    return new byte[] {
      (byte) 0xff,
      (byte) APP14,
      0,
      14,
      'A',
      'd',
      'o',
      'b',
      'e',
      0,
      100,
      0,
      0,
      0,
      0,
      (byte) transform
    };
  }

  private void walk() throws IOException {
    in.seek(2); // the picture's first marker, by which its kind was known
    while (!ended) {
      long start = nextMarker();
      int marker = start < 0 ? EOI : in.read();
      if (start < 0) {
        requireComplete();
        return;
      }
      if (marker == EOI) {
        ended = true;
      } else if (marker != 0 && marker != SOI && marker != 1 && !isRestart(marker)) {
        segment(marker, start);
      }
    }
    if (scans == 0) {
      throw new EOFException();
    }
  }

  private static boolean isRestart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
  }

  /** Goes to the marker's second byte; negative at the end of the file. */
  private long nextMarker() throws IOException {
    int last = 0;
    while (true) {
      int next = in.read();
      if (next < 0) {
        return -1;
      }
      if (last == 0xff && next != 0xff && next != 0) {
        long start = in.getStreamPosition() - 2;
        in.seek(start + 1);
        return start;
      }
      last = next;
    }
  }

  private void segment(int marker, long start) throws IOException {
    int size = size();
    long end = start + 2 + size;
    if (end > in.length()) {
      requireComplete();
      ended = true;
      return;
    }
    byte[] content = in.bytes(start + 4, size - 2);
    if (marker == APP0) {
      jfif |= begins(content, "JFIF\0");
    } else if (marker == APP2 && begins(content, "ICC_PROFILE\0") && content.length > 14) {
      profile.putIfAbsent(content[12] & 0xff, Arrays.copyOfRange(content, 14, content.length));
    } else if (marker == APP14 && begins(content, "Adobe") && content.length >= 12) {
      adobe = content[11] & 0xff;
    }
    if ((marker >= APP0 && marker <= APP15) || marker == COM) {
      return;
    }
    if (isFrame(marker)) {
      frame = content;
      frameMarker = marker;
      seen = new JpegScans(content, isProgressive(), isArithmetic());
    } else if (marker == SOS) {
      end = scan(content, end);
    }
    segments.add(new Segment(marker, start, end));
    if (segments.size() > MOST_SEGMENTS) {
      throw new DecodingLimitException(
          String.format(Locale.ROOT, "it has more than %d parts", MOST_SEGMENTS));
    }
  }

  private int size() throws IOException {
    int high = in.read();
    int low = in.read();
    return low < 0 ? Integer.MAX_VALUE / 2 : Math.max(2, high << 8 | low);
  }

  private long scan(byte[] content, long start) throws IOException {
    scans++;
    if (scans > MOST_SCANS || (scans > 1 && scans * pixelCount() > MOST_WORK)) {
      throw new DecodingLimitException(
          String.format(
              Locale.ROOT,
              "its %.0f megapixels are in at least %d scans, which would take very long to decode",
              pixelCount() / 1e6,
              scans));
    }
    if (seen == null) {
      throw new IOException("a scan comes before its frame");
    }
    if (coefficients() > MOST_COEFFICIENTS) {
      throw new DecodingLimitException(
          String.format(
              Locale.ROOT,
              "its %.0f megapixels come in several scans, which need %d MB of memory beside Java's",
              pixelCount() / 1e6,
              coefficients() >> 20));
    }
    seen.add(content);
    if (headerOnly) {
      ended = true;
      return start;
    }
    return endOfScan(start);
  }

  private long pixelCount() {
    return frame.length < 6
        ? 0
        : (long) ((frame[1] & 0xff) << 8 | (frame[2] & 0xff))
            * ((frame[3] & 0xff) << 8 | (frame[4] & 0xff));
  }

  /** Goes to the marker after a coded picture: the first that is neither stuffing nor a restart. */
  private long endOfScan(long start) throws IOException {
    in.seek(start);
    byte[] chunk = new byte[1 << 16];
    long at = start;
    boolean escaped = false;
    while (true) {
      int count = in.read(chunk, 0, chunk.length);
      if (count < 0) {
        return in.length();
      }
      for (int i = 0; i < count; i++) {
        int value = chunk[i] & 0xff;
        if (escaped && value != 0 && value != 0xff && !isRestart(value)) {
          in.seek(at + i - 1);
          return at + i - 1;
        }
        escaped = value == 0xff;
      }
      at += count;
    }
  }

  /** The file ends without its last marker: harmless where nothing but that marker is missing. */
  private void requireComplete() throws EOFException {
    if (scans == 0 || !seen.complete()) {
      throw new EOFException();
    }
  }

  private static boolean begins(byte[] content, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
    return content.length >= wanted.length
        && Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
  }

  /** SOF0 to SOF15, of which three numbers are tables. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private boolean isProgressive() {
    return (frameMarker & 3) == 2;
  }

  private boolean isArithmetic() {
    return frameMarker >= 0xc9;
  }
}
