package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.archive.FaceTable.Replaced;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.batch.PhotoFile;
import io.github.facesj.batch.PhotoPages;
import io.github.facesj.io.Hashes;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts photos into an archive, each in one step when its last page was looked at, and counts. */
final class IndexEntry {

  private final Archive archive;
  private final Path folder;
  private final List<IndexLook.Looked> pages = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int added;
  private int changed;
  private int faces;
  private int same;
  private int gone;
  private int kept;
  private int dropped;

  IndexEntry(Archive archive, Path folder) {
    this.archive = archive;
    this.folder = folder;
  }

  /**
   * Takes the next page.
   *
   * @return whether it was the last of its photo
   * @throws FacesException if the archive cannot be written, or the folder has gone
   */
  boolean take(IndexLook.Looked looked) throws FacesException {
    pages.add(looked);
    PhotoPages.Page page = looked.item().page();
    if (page.number() < page.pages() - 1) {
      return false;
    }
    enter(looked.item());
    pages.clear();
    return true;
  }

  private void enter(IndexItems.Item item) throws FacesException {
    Optional<ArchivedPhoto> before = archive.photoTable().at(item.file().path());
    List<IndexLook.Looked> failed = pages.stream().filter(p -> p.problem().isPresent()).toList();
    if (!failed.isEmpty()) {
      requireFolder();
      if (Files.notExists(item.file().file())) {
        gone += before.isPresent() ? 1 : 0;
        return;
      }
      String where = item.file().file().toString();
      failed.forEach(p -> problems.add(new Problem(where, p.problem().orElseThrow())));
    }
    if (failed.size() == pages.size() && failed.get(0).item().sha256().isEmpty()) {
      unreadable(item, before, failed.get(0).problem().orElseThrow());
    } else if (item.known()) {
      archive.photoTable().update(before.orElseThrow().id(), touched(item, before.get()));
      same++;
    } else {
      put(item, before, failed);
    }
  }

  /** A disk that was taken away is not a thousand broken photos. */
  private void requireFolder() throws FacesException {
    if (!Files.isDirectory(folder)) {
      throw new FacesException(
          "The folder %s is not there any more. What was indexed is in the archive; bring the folder back and run Index Folder again to go on."
              .formatted(folder));
    }
  }

  private void unreadable(IndexItems.Item item, Optional<ArchivedPhoto> before, String problem)
      throws FacesException {
    if (before.isPresent()) {
      archive.photoTable().unreadable(before.get().id(), problem);
    } else {
      PhotoFile file = item.file();
      archive
          .photoTable()
          .add(
              new NewPhoto(
                  file.path(),
                  file.size(),
                  file.modified(),
                  "",
                  Optional.empty(),
                  1,
                  Optional.of(problem)));
    }
  }

  private static NewPhoto touched(IndexItems.Item item, ArchivedPhoto photo) {
    return new NewPhoto(
        photo.path(),
        item.file().size(),
        item.file().modified(),
        photo.sha256(),
        photo.taken(),
        photo.pages(),
        photo.problem());
  }

  private void put(
      IndexItems.Item item, Optional<ArchivedPhoto> before, List<IndexLook.Looked> failed)
      throws FacesException {
    PhotoFile file = item.file();
    boolean again = !failed.isEmpty() && mayDoWellAnotherTime(item, failed);
    NewPhoto photo =
        new NewPhoto(
            file.path(),
            file.size(),
            file.modified(),
            again ? "" : item.sha256(),
            pages.get(0).taken(),
            item.page().pages(),
            failed.stream().findFirst().flatMap(IndexLook.Looked::problem));
    List<NewFace> found = pages.stream().flatMap(p -> p.faces().stream()).toList();
    if (before.isPresent()) {
      Set<Integer> unread =
          failed.stream().map(p -> p.item().page().number()).collect(Collectors.toSet());
      boolean nothing = failed.size() == pages.size();
      archive.transaction(
          () -> {
            archive.photoTable().update(before.get().id(), photo);
            // Faces of a photo that became unreadable stay until it can be read again.
            Replaced what =
                nothing
                    ? new Replaced(0, 0)
                    : archive.faceTable().replace(before.get().id(), unread, found);
            kept += what.kept();
            dropped += what.dropped();
            return null;
          });
      changed++;
    } else {
      archive.transaction(
          () -> {
            long id = archive.photoTable().add(photo);
            for (NewFace face : found) {
              archive.faceTable().add(id, face);
            }
            return null;
          });
      added++;
    }
    faces += found.size();
  }

  /** The file is being written, or the memory did not suffice: then it is tried next time. */
  private static boolean mayDoWellAnotherTime(IndexItems.Item item, List<IndexLook.Looked> failed) {
    if (failed.stream().anyMatch(IndexLook.Looked::passing)) {
      return true;
    }
    try {
      return !Hashes.of(item.file().file()).equals(item.sha256());
    } catch (IOException e) {
      return true;
    }
  }

  /** Problems since the last call were told to nobody yet. */
  List<Problem> problems() {
    return problems;
  }

  IndexReport report(FolderScan.Result scan, int left, long millis) {
    return new IndexReport(
        added,
        changed,
        faces,
        scan.unchanged() + same,
        scan.moved(),
        scan.overwritten(),
        scan.missing() + gone,
        kept,
        dropped,
        problems,
        left,
        millis);
  }
}
