package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.collection.Indexer;
import java.nio.file.Path;
import java.util.List;

/** Index Folder: photos get into the archive one by one, and none twice. */
final class IndexWork implements Work {

  static final String ARCHIVE = "test.facesj";

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Photos.copy(given.resolve("photos"));
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    try (Indexer indexer = new Indexer()) {
      KilledWork.begin();
      indexer.run(given.resolve("photos"), state.resolve(ARCHIVE));
    }
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    List<String> dump = KilledArchive.dump(state.resolve(ARCHIVE));
    // Rows of photos that are in are whole: each is a row of the undisturbed run.
    List<String> whole = ArchiveDump.of(after.resolve(ARCHIVE));
    assertThat(whole).containsAll(dump.stream().filter(line -> !isCounter(line)).toList());
  }

  private static boolean isCounter(String line) {
    return line.startsWith("sqlite_sequence|");
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(ArchiveDump.of(state.resolve(ARCHIVE)))
        .isEqualTo(ArchiveDump.of(after.resolve(ARCHIVE)));
    assertThat(Trees.of(state)).containsOnlyKeys(ARCHIVE);
  }
}
