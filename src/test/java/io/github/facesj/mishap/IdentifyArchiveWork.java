package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.collection.ArchiveIdentification;
import io.github.facesj.collection.ArchiveIdentifier;
import io.github.facesj.embed.Distance;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Identify in Archive with <i>Give the names</i>: all names are given or none, and none that the
 * table does not say. Run once more it finds nobody to name, and the table says who is left.
 */
final class IdentifyArchiveWork implements Work {

  private static final String ARCHIVE = "people.facesj";
  private static final String TABLE = "who.csv";
  private static final String AGAIN = "again.csv";
  private static final int PEOPLE = 4;

  @Override
  public void prepare(Path given, Path state) throws Exception {
    Path archive = state.resolve(ARCHIVE);
    PeopleArchive photos = PeopleArchive.of(PeopleArchive.settings("e", "e1", 128), PEOPLE, 3);
    try (Archive open = photos.create(archive)) {
      List<Integer> who = photos.add(open, 30);
      List<Long> faces = open.faces().stream().map(ArchivedFace::id).toList();
      Decisions decisions = new Decisions(open);
      decisions.faces().give(some(faces, who, 0, 0, 3), "Ada");
      decisions.faces().give(some(faces, who, 1, 0, 3), "Bo");
      decisions.faces().split(some(faces, who, 0, 3, 6));
    }
    Path once = given.resolve(ARCHIVE);
    Files.copy(archive, once);
    identify(once, given.resolve(TABLE));
    identify(once, given.resolve(AGAIN));
    assertThat(Trees.of(given).get(TABLE)).isNotEqualTo(Trees.of(given).get(AGAIN));
  }

  private static List<Long> some(
      List<Long> faces, List<Integer> who, int person, int from, int to) {
    return IntStream.range(0, who.size())
        .filter(i -> who.get(i) == person)
        .mapToObj(faces::get)
        .toList()
        .subList(from, to);
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    KilledWork.begin();
    identify(state.resolve(ARCHIVE), state.resolve(TABLE));
  }

  /** In the order of the command. */
  private static void identify(Path archive, Path table) throws Exception {
    NamingRule rule =
        known ->
            new NameThreshold(
                0.6, "given by the test", Optional.empty(), known.people(), known.comparisons());
    try (Archive open = Archive.open(archive)) {
      ArchiveIdentification answer =
          new ArchiveIdentifier(Distance.COSINE, rule, 2, 0, false)
              .identify(open, Optional.empty(), Progress.SILENT);
      answer.table().write(table, ArchiveIdentification.KIND, WriteGuard.of(archive));
      answer.apply(open);
    }
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    List<String> dump = KilledArchive.dump(state.resolve(ARCHIVE));
    List<String> named = ArchiveDump.of(after.resolve(ARCHIVE));
    assertThat(dump).isIn(ArchiveDump.of(before.resolve(ARCHIVE)), named);
    String table = Trees.of(state).get(TABLE);
    assertThat(table).isIn(null, Trees.of(given).get(TABLE), Trees.of(given).get(AGAIN));
    if (dump.equals(named)) {
      assertThat(table).as("names are given that no table says").isNotNull();
    }
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(ArchiveDump.of(state.resolve(ARCHIVE)))
        .isEqualTo(ArchiveDump.of(after.resolve(ARCHIVE)));
    assertThat(Trees.of(state)).containsOnlyKeys(ARCHIVE, TABLE);
    assertThat(Trees.of(state).get(TABLE))
        .isIn(Trees.of(given).get(TABLE), Trees.of(given).get(AGAIN));
  }
}
