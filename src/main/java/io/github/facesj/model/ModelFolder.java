package io.github.facesj.model;

import io.github.facesj.io.Hashes;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files in a models folder and in its direct subfolders, found by what they contain: a folder
 * copied from another machine works whatever its files are called.
 */
final class ModelFolder {

  private final Path folder;
  private final HashCache hashes;

  ModelFolder(Path folder) {
    this.folder = folder;
    this.hashes = new HashCache(folder);
  }

  /** The file with this size and SHA-256; the first by path where there are several. */
  Optional<Path> find(ModelFile wanted) throws FacesException {
    return all(wanted).stream().findFirst();
  }

  /**
   * As {@link #find}, with the content read now, to the last byte: for a file that is about to be
   * run, what was remembered of it is not enough.
   */
  Optional<Path> findNow(ModelFile wanted) throws FacesException {
    for (Path file : all(wanted)) {
      if (isStill(file, wanted)) {
        return Optional.of(file);
      }
    }
    refresh(); // something changed unseen, and what is wanted may lie elsewhere
    return find(wanted);
  }

  private static boolean isStill(Path file, ModelFile wanted) throws FacesException {
    try {
      return Hashes.of(file).equals(wanted.sha256());
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s cannot be read (%s). Check that you may read it, and that its disk is"
                  + " there.",
              file,
              Reason.of(e)),
          e);
    }
  }

  /** All files with this size and SHA-256, sorted by path. */
  List<Path> all(ModelFile wanted) throws FacesException {
    List<Path> found = new ArrayList<>();
    try {
      for (Path file : files()) {
        if (Files.size(file) == wanted.size() && hashes.of(file).equals(wanted.sha256())) {
          found.add(file);
        }
      }
      return found;
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      hashes.save();
    }
  }

  /** Forgets what is known of the contents, so that everything is read again. */
  void refresh() {
    hashes.forget();
  }

  /** The user's own cards, sorted. */
  List<Path> cards() throws FacesException {
    try {
      return children(folder).stream()
          .map(child -> child.resolve(Catalogue.CARD))
          .filter(Files::isRegularFile)
          .toList();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path child : children(folder)) {
      if (Files.isDirectory(child)) {
        children(child).stream().filter(ModelFolder::isCandidate).forEach(files::add);
      } else if (isCandidate(child)) {
        files.add(child);
      }
    }
    return files;
  }

  private static boolean isCandidate(Path file) {
    return !file.toString().endsWith(Download.PART) && Files.isRegularFile(file);
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(c -> !c.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private FacesException unreadable(IOException e) {
    return new FacesException(
        String.format(
            Locale.ROOT, "The models folder %s cannot be read: %s.", folder, Reason.of(e)),
        e);
  }
}
