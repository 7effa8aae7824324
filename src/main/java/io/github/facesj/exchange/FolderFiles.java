package io.github.facesj.exchange;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.FolderWalk;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Formats that have one file for each photo, in the same folders as the photos. */
public final class FolderFiles {

  /** Reads one of the files. */
  @FunctionalInterface
  public interface FileReader {
    /**
     * @param name of the file relative to the folder, with {@code /}
     * @throws FacesException if the file cannot be used
     */
    PhotoFaces read(Path file, String name) throws FacesException;
  }

  private FolderFiles() {}

  /** A photo's name without its ending. */
  public static String stem(String photo) {
    int dot = photo.lastIndexOf('.');
    return dot > photo.lastIndexOf('/') + 1 ? photo.substring(0, dot) : photo;
  }

  /**
   * The file of each photo: {@code a/b.jpg} has {@code a/b} and the ending, slice 3 of it {@code
   * a/b_s3} and the ending.
   *
   * @throws IllegalArgumentException if two photos would have the same file, or one lies outside
   */
  public static List<Path> each(List<PhotoFaces> photos, Path folder, String ending) {
    Set<Path> files = new LinkedHashSet<>();
    for (PhotoFaces photo : photos) {
      String slice = photo.slice() > 1 ? "_s" + photo.slice() : "";
      Path file = inside(folder, stem(photo.photo()) + slice + ending);
      if (!files.add(file)) {
        throw twice(file);
      }
    }
    return List.copyOf(files);
  }

  /**
   * Writes one text for each file, all or none if one of the files must not be written.
   *
   * @throws FacesException if one must not or cannot be written
   */
  public static void write(List<Path> files, List<String> texts, FileKind kind, WriteGuard guard)
      throws FacesException {
    for (Path file : files) {
      guard.require(file, kind);
    }
    for (int i = 0; i < files.size(); i++) {
      guard.create(files.get(i), kind).write(texts.get(i));
    }
  }

  public static IllegalArgumentException twice(Path file) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s would be written twice, because photos differ in nothing but their ending. Export"
                + " them one after the other, to different folders.",
            file));
  }

  /**
   * A file below a folder.
   *
   * @throws IllegalArgumentException if the name leads out of the folder, or is none on this system
   */
  public static Path inside(Path folder, String name) {
    try {
      Path file = PathText.resolve(folder, name).normalize();
      if (!name.startsWith("/") && !isAbsolute(name) && isBelow(file, folder)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "\"%s\" cannot be a file's name on this system: %s.",
              name,
              e.getReason()),
          e);
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "The photo \"%s\" lies outside of the folder, so no file can be written for it. Use"
                + " names relative to the photos' folder.",
            name));
  }

  /** A name that cannot be written as a path here but with the folder is absolute like this. */
  private static boolean isBelow(Path file, Path folder) {
    Path above = file.isAbsolute() ? folder.toAbsolutePath().normalize() : folder.normalize();
    return file.startsWith(above) && !file.equals(above);
  }

  private static boolean isAbsolute(String name) {
    return name.matches("[A-Za-z]:.*") && Path.of(name).isAbsolute();
  }

  /**
   * Reads a file, or all files with an ending in a folder and below it, in the order of their
   * names. A file that cannot be used is a problem, unless it is the only one asked for.
   *
   * @throws FacesException if the folder cannot be read or holds no such file, or the one file
   *     asked for cannot be used
   */
  public static ReadFaces read(Path source, String ending, FileReader reader)
      throws FacesException {
    if (!Files.isDirectory(source)) {
      return ReadFaces.of(List.of(reader.read(source, PathText.name(source))));
    }
    List<PhotoFaces> photos = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Listing listing = listing(source, ending);
    List<Path> files = listing.files();
    for (Path file : files) {
      String name = PhotoFolder.relative(source, file);
      WorkResult<PhotoFaces> read = WorkResult.of(() -> reader.read(file, name));
      read.value().ifPresent(photos::add);
      read.fault().ifPresent(fault -> problems.add(fault.at(name)));
    }
    if (files.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The folder %s holds no file that ends with %s.", source, ending));
    }
    FileTally tally = new FileTally(photos.size(), problems.size(), 0, listing.passedOver());
    return new ReadFaces(photos, problems, Optional.of(tally));
  }

  /**
   * All files below a folder whose names end so, in the order of their names, but for those that
   * are hidden or a system's ({@link FolderWalk}).
   *
   * @throws FacesException if the folder, or one in it, cannot be read
   */
  public static List<Path> list(Path folder, String ending) throws FacesException {
    return listing(folder, ending).files();
  }

  /**
   * Files with an ending, and what else is in the folder.
   *
   * @param passedOver by reason
   */
  public record Listing(List<Path> files, List<PassedOver> passedOver) {

    public Listing {
      files = List.copyOf(files);
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * The same, and what else is there.
   *
   * @throws FacesException if the folder, or one in it, cannot be read
   */
  public static Listing listing(Path folder, String ending) throws FacesException {
    List<Path> files = new ArrayList<>();
    PassedOverCount others = new PassedOverCount();
    List<Problem> unreadable = new ArrayList<>();
    List<PassedOver> left =
        new FolderWalk(folder, false, false)
            .each(
                (file, name, attributes) -> {
                  if (name.toLowerCase(Locale.ROOT).endsWith(ending) && Files.isRegularFile(file)) {
                    files.add(file);
                  } else {
                    others.add("files of other kinds", "", name);
                  }
                },
                new Collected(unreadable));
    if (!unreadable.isEmpty()) {
      throw new FacesException(unreadable.get(0).toString());
    }
    List<PassedOver> all = new ArrayList<>(others.list());
    all.addAll(left);
    return new Listing(files, all);
  }

  /** Keeps what it is warned of. */
  private record Collected(List<Problem> problems) implements Progress {

    @Override
    public void at(long done, long total, String what) {
      // reading the files takes the time, and tells
    }

    @Override
    public boolean isCanceled() {
      return false;
    }

    @Override
    public void warn(Problem problem) {
      problems.add(problem);
    }
  }
}
