package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A photo file as its folder shows it, before it is opened.
 *
 * @param file absolute
 * @param path the same as an archive writes it
 * @param size bytes, -1 where the folder does not say
 * @param modified milliseconds since 1970, -1 where the folder does not say
 */
record PhotoFile(Path file, String path, long size, long modified) {

  static PhotoFile of(Path file) {
    String path = ArchivedPhoto.pathOf(file);
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new PhotoFile(file, path, seen.size(), seen.lastModifiedTime().toMillis());
    } catch (IOException e) {
      // Whatever is wrong with it, reading it is going to tell.
      return new PhotoFile(file, path, -1, -1);
    }
  }

  /** Whether an archive has it as it is now, so that it need not be opened. */
  boolean isAsIn(ArchivedPhoto photo) {
    return size == photo.size() && modified == photo.modified() && EarlierProblems.isSettled(photo);
  }
}
