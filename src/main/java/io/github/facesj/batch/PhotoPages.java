package io.github.facesj.batch;

import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The pages of all photos, each file opened when its turn comes. */
final class PhotoPages implements Iterator<PhotoPage> {

  private final Iterator<Path> photos;
  private final Progress stop;
  private final Deque<PhotoPage> current = new ArrayDeque<>();

  PhotoPages(Iterator<Path> photos, Progress stop) {
    this.photos = photos;
    this.stop = stop;
  }

  @Override
  public boolean hasNext() {
    return !current.isEmpty() || photos.hasNext();
  }

  @Override
  public PhotoPage next() {
    if (current.isEmpty()) {
      current.addAll(PhotoPage.of(photos.next(), stop));
    }
    return current.remove();
  }
}
