package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.io.Hashes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {

  private Trees() {}

  /** SHA-256 of each file by its name within the folder, hidden ones included. */
  static Map<String, String> of(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Hashes.of(file));
      }
    }
    return files;
  }

  /**
   * Fails unless every file is as in one of the two states; hidden ones, and rows of which the name
   * says that their run has not ended, may be as they like.
   */
  static void assertNothingHalf(Path state, Path before, Path after) throws IOException {
    Map<String, String> old = of(before);
    Map<String, String> whole = of(after);
    of(state)
        .forEach(
            (name, hash) -> {
              if (!Path.of(name).getFileName().toString().startsWith(".")
                  && !name.endsWith(".unfinished")) {
                assertThat(hash).as(name).isIn(old.get(name), whole.get(name));
              }
            });
  }

  /** Puts a copy of one folder in the place of another. */
  static void replace(Path target, Path source) throws IOException {
    remove(target);
    try (Stream<Path> all = Files.walk(source)) {
      for (Path each : all.toList()) {
        Files.copy(
            each,
            target.resolve(source.relativize(each).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path empty, IOException e) throws IOException {
            Files.delete(empty);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
