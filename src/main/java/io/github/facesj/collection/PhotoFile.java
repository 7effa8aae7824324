package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.batch.FileStamp;
import java.nio.file.Path;

/**
 * A photo file as its folder shows it, before it is opened.
 *
 * @param file absolute
 * @param path the same as an archive writes it
 * @param stamp size and time
 */
record PhotoFile(Path file, String path, FileStamp stamp) {

  static PhotoFile of(Path file) {
    return new PhotoFile(file, ArchivedPhoto.pathOf(file), FileStamp.of(file));
  }

  long size() {
    return stamp.size();
  }

  long modified() {
    return stamp.modified();
  }

  /** Whether an archive has it as it is now, so that it need not be opened. */
  boolean isAsIn(ArchivedPhoto photo) {
    return size() == photo.size()
        && modified() == photo.modified()
        && EarlierProblems.isSettled(photo);
  }
}
