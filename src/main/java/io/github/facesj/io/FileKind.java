package io.github.facesj.io;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A kind of file that FacesJ writes, and how it knows its own again. Only such a file is ever
 * replaced ({@link WriteGuard}). These are the ways:
 *
 * <ul>
 *   <li>{@link #marked}: the format has a place for a mark, such as the headings of a table or the
 *       "Software" of a picture.
 *   <li>{@link #noted}: it has none, as with {@code .pts} or {@code .npy}. Then the SHA-256 of what
 *       was written is noted in the same folder ({@link WrittenFiles}), and only a file that is
 *       still exactly that is replaced.
 *   <li>{@link #kept}: the file belongs to somebody else; what it holds was read before and stays
 *       in what is written, as with XMP sidecars.
 *   <li>{@link #fresh}: no file is replaced, as with copies of photos.
 * </ul>
 */
public final class FileKind {

  /** What a file of a kind is known by. */
  @FunctionalInterface
  public interface Mark {
    /**
     * @param file its content, at the beginning
     * @throws IOException if it cannot be read
     */
    boolean isOn(SeekableByteChannel file) throws IOException;
  }

  private enum Way {
    MARKED,
    NOTED,
    KEPT
  }

  private final String what;
  private final Way way;
  private final Mark mark;

  private FileKind(String what, Way way, Mark mark) {
    this.what = what;
    this.way = way;
    this.mark = mark;
  }

  /**
   * A kind whose files carry a mark.
   *
   * @param what for sentences, such as {@code a table of faces}
   */
  public static FileKind marked(String what, Mark mark) {
    return new FileKind(what, Way.MARKED, mark);
  }

  /** A kind whose files begin with one of these texts. */
  public static FileKind startingWith(String what, String... beginnings) {
    List<byte[]> all =
        List.of(beginnings).stream().map(b -> b.getBytes(StandardCharsets.UTF_8)).toList();
    return marked(
        what,
        file -> {
          for (byte[] beginning : all) {
            file.position(0);
            if (Arrays.equals(FileContent.head(file, beginning.length), beginning)) {
              return true;
            }
          }
          return false;
        });
  }

  /** A kind without a place for a mark. */
  public static FileKind noted(String what) {
    return new FileKind(what, Way.NOTED, file -> false);
  }

  /** A kind of files of others, whose content is read first and stays in what is written. */
  public static FileKind kept(String what) {
    return new FileKind(what, Way.KEPT, file -> true);
  }

  /** A kind of which no file is ever replaced, but an empty one. */
  public static FileKind fresh(String what) {
    return marked(what, file -> false);
  }

  /** For sentences, such as {@code a table of faces}. */
  public String what() {
    return what;
  }

  boolean isNoted() {
    return way == Way.NOTED;
  }

  boolean isMarkOn(SeekableByteChannel file) throws IOException {
    return mark.isOn(file);
  }

  @Override
  public String toString() {
    return what;
  }
}
