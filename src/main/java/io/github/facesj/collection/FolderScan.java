package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.io.Hashes;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Compares a folder with an archive before any photo is looked at: says which files are new or
 * changed, and follows photos that were moved or renamed. A photo has moved where its content lies
 * in a file that is new or changed, and no longer in its own; only files of the right size are read
 * for that. Photos may have changed places, or each taken the name of the next.
 */
final class FolderScan {

  private static final String UNREADABLE = "";

  private final Archive archive;
  private final Progress progress;
  private final Map<Long, ArchivedPhoto> photos = new TreeMap<>();
  private final Map<String, Long> ids = new HashMap<>();
  private final Map<String, PhotoFile> work = new HashMap<>();
  private final Map<Path, String> hashes = new HashMap<>();

  /**
   * What came out.
   *
   * @param work files to look at, in the order of the folder
   * @param unchanged how many files need not be opened
   * @param moved how many photos have another path than before
   * @param overwritten how many photos are nowhere any more, because another took the place of
   *     their file
   * @param missing how many photos of the folder are not there any more; their faces stay
   * @param leftOut paths of photos that are there, but where no photos are looked for, such as in a
   *     trash; their faces stay
   * @param broken how many of the unchanged could not be read before
   */
  record Result(
      List<PhotoFile> work,
      int unchanged,
      int moved,
      int overwritten,
      int missing,
      List<String> leftOut,
      int broken) {}

  FolderScan(Archive archive, Progress progress) {
    this.archive = archive;
    this.progress = progress;
  }

  /**
   * @param folder all photos below it are in the listing that are there
   * @return what to do; less of it after a cancel
   */
  Result of(Path folder, List<Path> listing) throws FacesException {
    List<ArchivedPhoto> before = archive.photos();
    for (ArchivedPhoto photo : before) {
      photos.put(photo.id(), photo);
      ids.put(photo.path(), photo.id());
    }
    Set<String> present = new HashSet<>();
    List<PhotoFile> open = new ArrayList<>();
    int broken = 0;
    for (Path each : listing) {
      PhotoFile file = PhotoFile.of(each);
      present.add(file.path());
      Optional<ArchivedPhoto> known = own(file).filter(file::isAsIn);
      if (known.isEmpty()) {
        open.add(file);
        work.put(file.path(), file);
      } else if (known.get().problem().isPresent()) {
        broken++;
      }
    }
    int unchanged = listing.size() - open.size();
    follow(open, present);
    if (progress.isCanceled()) {
      // A listing that was stopped says nothing of what is not in it.
      return new Result(open, unchanged, 0, 0, 0, List.of(), broken);
    }
    List<ArchivedPhoto> moved =
        before.stream()
            .map(p -> photos.get(p.id()).path().equals(p.path()) ? null : photos.get(p.id()))
            .filter(Objects::nonNull)
            .toList();
    List<ArchivedPhoto> overwritten = moved.stream().filter(p -> isTaken(p.path(), p)).toList();
    archive.transaction(
        () -> {
          for (ArchivedPhoto photo : overwritten) {
            archive.photoTable().remove(photo.id());
            photos.remove(photo.id());
            ids.remove(photo.path());
          }
          archive.photoTable().move(moved.stream().filter(p -> !overwritten.contains(p)).toList());
          return null;
        });
    String within = ArchivedPhoto.pathOf(folder) + "/";
    Predicate<ArchivedPhoto> absent = p -> !present.contains(p.path());
    int left = (int) moved.stream().filter(absent).count();
    List<String> elsewhere =
        photos.values().stream()
            .filter(absent)
            .map(ArchivedPhoto::path)
            .filter(path -> path.startsWith(within))
            .sorted()
            .toList();
    List<String> leftOut =
        elsewhere.stream().filter(path -> Files.isRegularFile(PathText.of(path))).toList();
    return new Result(
        open.stream().filter(f -> own(f).filter(f::isAsIn).isEmpty()).toList(),
        unchanged,
        moved.size() - overwritten.size() - left,
        overwritten.size(),
        elsewhere.size() - leftOut.size(),
        leftOut,
        broken);
  }

  /** Whether something else lies where a photo is said to be. */
  private boolean isTaken(String path, ArchivedPhoto photo) {
    PhotoFile there = work.get(path);
    return there != null && !holds(there, photo);
  }

  private Optional<ArchivedPhoto> own(PhotoFile file) {
    return Optional.ofNullable(ids.get(file.path())).map(photos::get);
  }

  private void follow(List<PhotoFile> open, Set<String> present) {
    Map<Long, List<Long>> sought = new HashMap<>();
    for (ArchivedPhoto photo : photos.values()) {
      boolean there = present.contains(photo.path()) && !work.containsKey(photo.path());
      if (!there && !photo.sha256().isEmpty()) {
        sought.computeIfAbsent(photo.size(), size -> new ArrayList<>()).add(photo.id());
      }
    }
    Set<Long> found = new HashSet<>();
    int seen = 0;
    for (PhotoFile file : open) {
      if (progress.isCanceled()) {
        break;
      }
      progress.at(++seen, open.size(), "Looking for moved photos");
      List<Long> candidates = sought.getOrDefault(file.size(), List.of());
      if (candidates.isEmpty() || own(file).filter(p -> holds(file, p)).isPresent()) {
        continue;
      }
      for (long id : candidates) {
        ArchivedPhoto photo = photos.get(id);
        if (!found.contains(id) && holds(file, photo) && !isAtHome(photo)) {
          move(photo, file);
          found.add(id);
          break;
        }
      }
    }
  }

  private boolean holds(PhotoFile file, ArchivedPhoto photo) {
    return file.size() == photo.size() && hash(file.file()).equals(photo.sha256());
  }

  /** Whether a photo's content is still where it was. */
  private boolean isAtHome(ArchivedPhoto photo) {
    PhotoFile now = work.get(photo.path());
    return now == null ? !Files.notExists(PathText.of(photo.path())) : holds(now, photo);
  }

  /**
   * Where another photo is known to have been at the new path, that one is said to be at the old:
   * its own file, too, may have moved, and be found later.
   */
  private void move(ArchivedPhoto photo, PhotoFile file) {
    Optional<ArchivedPhoto> displaced = own(file);
    ids.remove(photo.path());
    if (displaced.isPresent()) {
      put(displaced.get(), photo.path(), displaced.get().modified());
    }
    put(photo, file.path(), file.modified());
  }

  private void put(ArchivedPhoto photo, String path, long modified) {
    photos.put(photo.id(), photo.movedTo(path, modified));
    ids.put(path, photo.id());
  }

  private String hash(Path file) {
    return hashes.computeIfAbsent(
        file,
        path -> {
          try {
            return Hashes.of(path, progress);
          } catch (IOException e) {
            return UNREADABLE; // no photo's; looking at it is going to tell
          }
        });
  }
}
