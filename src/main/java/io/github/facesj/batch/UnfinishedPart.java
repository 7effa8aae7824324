package io.github.facesj.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * What one run wrote into an {@link UnfinishedTable}, read photo by photo in the order of their
 * names.
 */
final class UnfinishedPart {

  private final UnfinishedRecord.Reader reader;
  private Optional<FinishedPhoto> next;

  /**
   * @param start where the first photo of the part begins
   */
  UnfinishedPart(FileChannel channel, long start) throws IOException {
    reader = new UnfinishedRecord.Reader(channel, start);
    next = read();
  }

  /**
   * A photo, after which only later ones can be asked for.
   *
   * @return empty if this part has none of this name
   */
  Optional<FinishedPhoto> at(String photo) throws IOException {
    while (next.isPresent() && next.get().photo().compareTo(photo) < 0) {
      next = read();
    }
    return next.filter(p -> p.photo().equals(photo));
  }

  /** Empty at the end of the part. */
  private Optional<FinishedPhoto> read() throws IOException {
    return reader.next().flatMap(UnfinishedRecord.Entry::photo);
  }
}
