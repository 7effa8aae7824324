package io.github.facesj.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a folder shows that a file has changed.
 *
 * @param size bytes, -1 where the folder does not say
 * @param modified milliseconds since 1970, -1 where the folder does not say
 */
public record FileStamp(long size, long modified) {

  /** Of a file as it is now. */
  public static FileStamp of(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileStamp(seen.size(), seen.lastModifiedTime().toMillis());
    } catch (IOException e) {
      // Whatever is wrong with it, reading it is going to tell.
      return new FileStamp(-1, -1);
    }
  }
}
