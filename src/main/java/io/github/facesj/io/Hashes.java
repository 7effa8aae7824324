package io.github.facesj.io;

import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and bytes. */
public final class Hashes {

  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The SHA-256 of a file in lower-case hexadecimal digits.
   *
   * @throws IOException if it cannot be read
   */
  public static String of(Path file) throws IOException {
    return of(file, Progress.SILENT);
  }

  /**
   * The same of a file of any size.
   *
   * @param progress asked for each 64 kB whether to go on
   * @throws java.io.InterruptedIOException if it was stopped
   * @throws IOException if it cannot be read
   */
  public static String of(Path file, Progress progress) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = StoppableInput.of(file, progress)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest);
  }

  /** The SHA-256 of bytes in lower-case hexadecimal digits. */
  public static String of(byte[] bytes) {
    MessageDigest digest = sha256();
    digest.update(bytes);
    return hex(digest);
  }
}
