package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.batch.PhotoPage;
import io.github.facesj.face.Box;
import io.github.facesj.io.Hashes;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The pages to look at, one after another. A file is opened only when its turn comes; one whose
 * content turns out to be known, or cannot be read, has one page that nobody looks at.
 */
final class IndexItems implements Iterator<IndexItems.Item> {

  private static final String UNREADABLE =
      "The file %s cannot be read. Check that you may read it, and that its disk is there.";

  /**
   * One page.
   *
   * @param file where it is
   * @param sha256 of the file's content, empty where it cannot be read
   * @param page which one; its fault says why nobody can look at it
   * @param known whether the archive has this content under this path
   * @param drawn boxes that a person drew on it
   * @param failure why the archive cannot be read, which ends the run
   */
  record Item(
      PhotoFile file,
      String sha256,
      PhotoPage page,
      boolean known,
      List<Box> drawn,
      Optional<FacesException> failure) {}

  private final Archive archive;
  private final Progress progress;
  private final Iterator<PhotoFile> files;
  private final Deque<Item> current = new ArrayDeque<>();

  IndexItems(Archive archive, List<PhotoFile> files, Progress progress) {
    this.archive = archive;
    this.progress = progress;
    this.files = files.iterator();
  }

  @Override
  public boolean hasNext() {
    return !current.isEmpty() || files.hasNext();
  }

  @Override
  public Item next() {
    if (current.isEmpty()) {
      PhotoFile file = files.next();
      try {
        open(file);
      } catch (FacesException e) {
        current.add(single(file, "", Optional.empty(), false, Optional.of(e)));
      }
    }
    return current.remove();
  }

  private void open(PhotoFile file) throws FacesException {
    Optional<ArchivedPhoto> before = archive.photoTable().at(file.path());
    String sha256;
    try {
      sha256 = Hashes.of(file.file(), progress);
    } catch (IOException e) {
      current.add(single(file, "", Optional.of(why(file, e)), false, Optional.empty()));
      return;
    }
    if (before
        .filter(EarlierProblems::isSettled)
        .filter(p -> p.sha256().equals(sha256))
        .isPresent()) {
      current.add(single(file, sha256, Optional.empty(), true, Optional.empty()));
      return;
    }
    List<ArchivedFace> drawn =
        before.isEmpty()
            ? List.of()
            : archive.faceTable().of(before.get().id()).stream()
                .filter(ArchivedFace::drawn)
                .toList();
    for (PhotoPage page : PhotoPage.of(file.file(), progress)) {
      List<Box> boxes =
          drawn.stream().filter(f -> f.page() == page.number()).map(ArchivedFace::box).toList();
      current.add(new Item(file, sha256, page, false, boxes, Optional.empty()));
    }
  }

  /** In the words of every other run, which open the file as a photo: a link, a pipe, no right. */
  private Fault why(PhotoFile file, IOException e) {
    return PhotoPage.of(file.file(), progress)
        .get(0)
        .fault()
        .orElseGet(
            () ->
                Fault.of(
                    FacesException.passing(
                        String.format(Locale.ROOT, UNREADABLE, file.file()), e)));
  }

  private static Item single(
      PhotoFile file,
      String sha256,
      Optional<Fault> fault,
      boolean known,
      Optional<FacesException> failure) {
    PhotoPage page = PhotoPage.unopened(file.file(), file.stamp(), fault);
    return new Item(file, sha256, page, known, List.of(), failure);
  }
}
