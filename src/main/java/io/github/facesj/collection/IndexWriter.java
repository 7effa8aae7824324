package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.archive.FaceTable.Replaced;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.io.Hashes;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts photos into an archive, each in one step when its last page was looked at, and counts. */
final class IndexWriter {

  /** A page that was looked at, or could not be. */
  private record Page(IndexItems.Item item, WorkResult<IndexedPage> result) {

    Optional<Fault> fault() {
      return result.fault();
    }
  }

  private static final String GONE =
      "This file was in the folder when the run began, and went before its turn came.";

  private final Archive archive;
  private final Progress progress;
  private final List<Page> pages = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int added;
  private int changed;
  private int again;
  private int faces;
  private int same;
  private int gone;
  private int broken;
  private int kept;
  private int dropped;

  /**
   * @param progress may stop reading a file again
   */
  IndexWriter(Archive archive, Progress progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /**
   * Takes the next page.
   *
   * @return whether it was the last of its photo
   * @throws FacesException if the archive cannot be written
   */
  boolean take(IndexItems.Item item, WorkResult<IndexedPage> result) throws FacesException {
    pages.add(new Page(item, result));
    if (!item.page().isLast()) {
      return false;
    }
    enter(item);
    pages.clear();
    return true;
  }

  private void enter(IndexItems.Item item) throws FacesException {
    Optional<ArchivedPhoto> before = archive.photoTable().at(item.file().path());
    List<Page> failed = pages.stream().filter(p -> p.fault().isPresent()).toList();
    if (!failed.isEmpty()) {
      broken++;
      if (Files.notExists(item.file().file(), LinkOption.NOFOLLOW_LINKS)) {
        if (before.isPresent()) {
          gone++;
        } else {
          problems.add(new Problem(PathText.of(item.file().file()), GONE));
        }
        return;
      }
      String where = PathText.of(item.file().file());
      failed.forEach(p -> problems.add(p.fault().orElseThrow().at(where)));
    }
    for (Page page : pages) {
      page.result()
          .value()
          .flatMap(IndexedPage::remark)
          .ifPresent(remark -> problems.add(new Problem(item.file().file().toString(), remark)));
    }
    if (item.known()) {
      archive.photoTable().update(before.orElseThrow().id(), touched(item, before.get()));
      same++;
      broken += before.get().problem().isPresent() ? 1 : 0;
    } else if (before.isEmpty() || failed.size() < pages.size() || isSettled(item, failed)) {
      put(item, before, failed);
    }
    // Else nothing was learnt of a photo that the archive knows: what it says of it still holds.
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

  private void put(IndexItems.Item item, Optional<ArchivedPhoto> before, List<Page> failed)
      throws FacesException {
    PhotoFile file = item.file();
    NewPhoto photo =
        new NewPhoto(
            file.path(),
            file.size(),
            file.modified(),
            isSettled(item, failed) ? item.sha256() : "",
            pages.get(0).result().value().flatMap(IndexedPage::taken),
            item.page().pages(),
            failed.stream().findFirst().flatMap(Page::fault).map(Fault::sentence));
    List<NewFace> found =
        pages.stream()
            .flatMap(p -> p.result().value().stream())
            .flatMap(p -> p.faces().stream())
            .toList();
    if (before.isPresent()) {
      boolean tried = !EarlierProblems.isSettled(before.get());
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
      again += tried ? 1 : 0;
      changed += tried ? 0 : 1;
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

  /**
   * Whether all that is wrong with a photo lies in its content. If the file is being written, or
   * the memory did not suffice, it is tried next time.
   */
  private boolean isSettled(IndexItems.Item item, List<Page> failed) {
    if (failed.isEmpty()) {
      return true;
    }
    if (failed.stream().anyMatch(p -> p.fault().orElseThrow().isPassing())) {
      return false;
    }
    try {
      return Hashes.of(item.file().file(), progress).equals(item.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  /** Problems since the last call were told to nobody yet. */
  List<Problem> problems() {
    return problems;
  }

  IndexReport report(PhotoListing listing, FolderScan.Result scan, int left, long millis) {
    return new IndexReport(
        added,
        changed,
        again,
        faces,
        scan.unchanged() + same,
        scan.moved(),
        scan.overwritten(),
        scan.missing() + gone,
        scan.leftOut(),
        kept,
        dropped,
        problems,
        left,
        listing.tally(scan.broken() + broken, left),
        millis);
  }
}
