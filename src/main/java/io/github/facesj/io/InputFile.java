package io.github.facesj.io;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;

/** A file that somebody else wrote, read whole up to a size that the format has at most. */
public final class InputFile {

  private static final long MIB = 1L << 20;

  /**
   * Text or XML of one photo: ten thousand faces with 106 points come to some 20 MB, and sidecars
   * of photo programs with all their settings and masks stay below.
   */
  public static final long ONE_PHOTO = 32 * MIB;

  /**
   * A table of a whole collection: a hundred thousand faces with 106 points come to some 400 MB.
   */
  public static final long COLLECTION = 512 * MIB;

  private InputFile() {}

  /**
   * The lines of a text in UTF-8, stripped; empty ones are left out.
   *
   * @param what the file, to begin a sentence with, such as {@code The landmark file}
   * @throws FacesException if the file cannot be read, is too large, or no such text
   */
  public static List<String> lines(String what, Path file, long limit) throws FacesException {
    return text(what, file, limit).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  /** The text of a file in UTF-8, without a byte order mark. */
  public static String text(String what, Path file, long limit) throws FacesException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes(what, file, limit)))
              .toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s %s is not text in UTF-8. Save it in UTF-8.", what, file),
          e);
    }
  }

  /** The bytes of a file. */
  public static byte[] bytes(String what, Path file, long limit) throws FacesException {
    requireSize(what, file, limit);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(what, file, e);
    }
  }

  /**
   * Refuses what is no file: opening a pipe would wait for somebody who writes into it.
   *
   * @throws IOException if it is something else, or its kind cannot be read
   */
  public static void requireRegular(Path file) throws IOException {
    BasicFileAttributes what = Files.readAttributes(file, BasicFileAttributes.class);
    if (!what.isRegularFile()) {
      throw new IOException(
          what.isDirectory()
              ? "it is a folder"
              : "it is a device, a pipe or a socket, and no file");
    }
  }

  /**
   * @throws FacesException if there is no file, or one of more than {@code limit} bytes
   */
  public static void requireSize(String what, Path file, long limit) throws FacesException {
    try {
      if (Files.isDirectory(file)) {
        throw new FacesException(
            String.format(Locale.ROOT, "%s %s is a folder. Choose the file in it.", what, file));
      }
      requireRegular(file);
      if (Files.size(file) > limit) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "%s %s has %d MB, and at most %d MB are read. Check that it is the right file, or"
                    + " divide it.",
                what,
                file,
                Files.size(file) / MIB,
                limit / MIB));
      }
    } catch (NoSuchFileException e) {
      throw FacesException.passing(
          String.format(Locale.ROOT, "%s %s is not there. Check its name.", what, file), e);
    } catch (IOException e) {
      throw unreadable(what, file, e);
    }
  }

  public static FacesException unreadable(String what, Path file, IOException e) {
    return FacesException.passing(
        String.format(
            Locale.ROOT,
            "%s %s cannot be read (%s). Check that you may open it.",
            what,
            file,
            Reason.of(e)),
        e);
  }
}
