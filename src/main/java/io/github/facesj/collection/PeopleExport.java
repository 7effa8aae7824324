package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.face.PersonNames;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes who is on which photo: {@code people.csv} and {@code faces.csv}, and in the folder {@code
 * people} one folder for each person with crops or photos. Nothing is written outside the folder
 * given, and no photo of the archive is ever replaced.
 */
public final class PeopleExport {

  private static final String FOLDER = "people";

  private final boolean crops;
  private final PhotoCopies copies;
  private final boolean unnamed;

  /**
   * @param crops whether each face is written as the small picture that the archive has of it
   * @param copies what is done with the photos
   * @param unnamed whether clusters without a name get folders as well; strangers get none
   */
  public PeopleExport(boolean crops, PhotoCopies copies, boolean unnamed) {
    this.crops = crops;
    this.copies = copies;
    this.unnamed = unnamed;
  }

  /**
   * Exports an archive. Files of an earlier export are replaced; others in the folder stay.
   *
   * @param input names of photos below it are relative to it
   * @param output made where there is none
   * @return what it came to; a photo that cannot be copied is a problem, and the rest goes on
   * @throws FacesException if the archive cannot be read, or a table or crop not be written
   */
  public Report run(Archive archive, Optional<Path> input, Path output, Progress progress)
      throws FacesException {
    long start = System.nanoTime();
    ArchiveView view = ArchiveView.of(archive);
    PeopleTables tables = new PeopleTables(view, input);
    Optional<PhotoSource> source = source(input);
    WriteGuard guard =
        WriteGuard.of(view.photos().stream().map(photo -> PathText.of(photo.path())).toList());
    Path people = output.resolve("people.csv");
    Path faces = output.resolve("faces.csv");
    guard.require(people, PeopleTables.PEOPLE_KIND);
    guard.require(faces, PeopleTables.FACES_KIND);
    tables.people().write(people, PeopleTables.PEOPLE_KIND, guard);
    tables.faces().write(faces, PeopleTables.FACES_KIND, guard);
    List<Problem> problems = new ArrayList<>();
    boolean stopped = false;
    if (crops || source.isPresent()) {
      stopped = !folders(archive, view, output, source, guard, problems, progress);
    }
    return new Report(
        view.photos().size(),
        view.faces().size(),
        problems,
        (System.nanoTime() - start) / 1_000_000,
        stopped);
  }

  private Optional<PhotoSource> source(Optional<Path> input) throws FacesException {
    if (copies == PhotoCopies.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        new PhotoSource(
            input.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "To copy or link photos, name the folder in which they lie with"
                            + " input=[...]: an archive may name any file of this machine."))));
  }

  private boolean folders(
      Archive archive,
      ArchiveView view,
      Path output,
      Optional<PhotoSource> source,
      WriteGuard guard,
      List<Problem> problems,
      Progress progress)
      throws FacesException {
    List<PersonFaces> people =
        PersonFaces.of(view, unnamed).stream()
            .sorted(Comparator.comparing(PersonFaces::title))
            .toList();
    List<String> titles =
        people.stream().filter(PersonFaces::isNamed).map(PersonFaces::title).toList();
    PersonNames.remarks(titles)
        .forEach(sentence -> progress.warn(new Problem(PathText.of(archive.file()), sentence)));
    Map<String, String> names = FileNames.of(people.stream().map(PersonFaces::title).toList());
    int done = 0;
    for (PersonFaces person : people) {
      if (progress.isCanceled()) {
        return false;
      }
      progress.at(done++, people.size(), "Exporting " + person.title());
      Path folder = folder(output, names.get(person.title()), guard);
      Set<String> taken = new HashSet<>();
      if (crops) {
        for (ArchiveView.Seen seen : person.faces()) {
          if (progress.isCanceled()) {
            return false;
          }
          String name = FileNames.free("face " + seen.face().id(), ".jpg", taken);
          crop(
              archive.thumbnail(seen.face().id()), PathText.resolve(folder, name), guard, problems);
        }
      }
      if (source.isPresent()
          && !copy(person.faces(), folder, taken, source.get(), guard, problems, progress)) {
        return false;
      }
    }
    return true;
  }

  private static void crop(byte[] thumbnail, Path file, WriteGuard guard, List<Problem> problems)
      throws FacesException {
    byte[] crop;
    try {
      crop = PictureMark.marked(thumbnail);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem(
              file.toString(), "The archive's small picture of this face is damaged: left out."));
      return;
    }
    guard.create(file, PictureMark.KIND).write(out -> out.write(crop));
  }

  /**
   * @throws FacesException if it cannot be made, or is a link that leads elsewhere
   */
  private static Path folder(Path output, String name, WriteGuard guard) throws FacesException {
    Path folder = PathText.resolve(output.resolve(FOLDER), name);
    guard.requireSameFolder(folder);
    try {
      Files.createDirectories(folder);
      if (folder.toRealPath().startsWith(output.toRealPath())) {
        return folder;
      }
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s cannot be made (%s). Check that you may write there.",
              folder,
              Reason.of(e)),
          e);
    }
    throw new FacesException(
        String.format(
            Locale.ROOT,
            "The folder %s is a link that leads out of the folder for the results. Remove it, or"
                + " choose another folder.",
            folder));
  }

  /**
   * @return whether all was done; false after a cancel
   */
  private boolean copy(
      List<ArchiveView.Seen> faces,
      Path folder,
      Set<String> taken,
      PhotoSource source,
      WriteGuard guard,
      List<Problem> problems,
      Progress progress)
      throws FacesException {
    Map<String, ArchivedPhoto> photos = new TreeMap<>();
    faces.forEach(seen -> photos.put(seen.photo().path(), seen.photo()));
    for (ArchivedPhoto photo : photos.values()) {
      String path = photo.path();
      String file = path.substring(path.lastIndexOf('/') + 1);
      int dot = file.lastIndexOf('.');
      String stem = FileNames.of(dot > 0 ? file.substring(0, dot) : file);
      String ending = dot > 0 ? FileNames.of(file.substring(dot)).substring(1) : "";
      WorkResult<Boolean> copied =
          WorkResult.of(
              () -> {
                copies.put(source.file(photo), folder, stem, ending, guard, taken, progress);
                return true;
              });
      if (progress.isCanceled()) {
        return false; // in the midst of a copy, of which nothing is left
      }
      if (copied.fault().isPresent()) {
        Fault fault = copied.fault().get();
        if (fault.isPassing() && fault.mistake().isEmpty()) {
          throw fault.exception(); // such as a full disk, which takes none of the others either
        }
        problems.add(fault.at(path));
        progress.warn(fault.at(path));
      }
    }
    return true;
  }
}
