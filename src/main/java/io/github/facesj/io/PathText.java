package io.github.facesj.io;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names of files as text and back. Under the locales C and POSIX, as in many containers and cron
 * jobs, Java 17 takes names of files for ASCII ({@code sun.jnu.encoding}): {@link Path#toString}
 * gives question marks then, and {@link Path#of(String, String...)} refuses all else, although the
 * paths of a listing open well. Here names are UTF-8 then, as everywhere else on such systems; the
 * bytes themselves come and go through {@link Path#toUri}. Bytes of a name that are no text are
 * written {@code \xE9}, so that two names never are the same text.
 */
public final class PathText {

  private static final char UNKNOWN = '\ufffd';
  private static final String SEPARATOR = "/";

  private PathText() {}

  /** A path as text, with the separator of the system. */
  public static String of(Path path) {
    String text = path.toString();
    return text.indexOf(UNKNOWN) < 0 || !path.getFileSystem().getSeparator().equals(SEPARATOR)
        ? text
        : decoded(path);
  }

  /** The last name of a path as text; empty for a root. */
  public static String name(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : of(name);
  }

  private static String decoded(Path path) {
    String[] all = path.toAbsolutePath().toUri().getRawPath().split(SEPARATOR);
    StringBuilder text = new StringBuilder();
    for (int i = all.length - path.getNameCount(); i < all.length; i++) {
      text.append(text.isEmpty() && !path.isAbsolute() ? "" : SEPARATOR).append(name(all[i]));
    }
    return text.toString();
  }

  private static String name(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        bytes.write(HexFormat.fromHexDigits(encoded, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(encoded.charAt(i));
      }
    }
    ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray());
    CharBuffer out = CharBuffer.allocate(4 * in.remaining() + 1);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    for (CoderResult r = decoder.decode(in, out, true);
        r.isError();
        r = decoder.decode(in, out, true)) {
      for (int i = 0; i < r.length(); i++) {
        out.put(String.format(Locale.ROOT, "\\x%02X", in.get()));
      }
    }
    return out.flip().toString();
  }

  /** Whether the name is text, so that it can be written down and found again. */
  public static boolean isText(Path path) {
    try {
      return of(of(path)).equals(path) || of(of(path)).equals(path.toAbsolutePath());
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The path that a text names. One that this Java can only express in its absolute form is
   * absolute.
   *
   * @throws InvalidPathException if it cannot be a path on this system
   */
  public static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      Path here = Path.of("").toAbsolutePath();
      if (text.indexOf('\0') >= 0 || !here.getFileSystem().getSeparator().equals(SEPARATOR)) {
        throw e;
      }
      String whole = text.startsWith(SEPARATOR) ? text : of(here) + SEPARATOR + text;
      return Path.of(URI.create("file://" + encoded(whole)));
    }
  }

  /** As {@link Path#resolve(String)}. */
  public static Path resolve(Path folder, String name) {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      return name.startsWith(SEPARATOR)
          ? of(name)
          : of(of(folder.toAbsolutePath()) + SEPARATOR + name);
    }
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.replaceAll("/+$", "").getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && "/._-~".indexOf(b) >= 0;
      if (plain || (b > 0 && Character.isLetterOrDigit(b))) {
        encoded.append((char) b);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b));
      }
    }
    return encoded.toString();
  }
}
