package io.github.facesj.mishap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.analysis.MatchThreshold;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveDump;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.cluster.PlanRules;
import io.github.facesj.collection.ClusterRun;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Cluster Archive: all faces are placed, or none. */
final class ClusterWork implements Work {

  private static final String ARCHIVE = "people.facesj";

  @Override
  public void prepare(Path given, Path state) throws Exception {
    PeopleArchive photos = PeopleArchive.of(PeopleArchive.settings("e", "e1", 64), 8, 7);
    try (Archive archive = photos.create(state.resolve(ARCHIVE))) {
      photos.add(archive, 60);
    }
  }

  @Override
  public void run(Path given, Path state) throws Exception {
    KilledWork.begin();
    try (Archive archive = Archive.open(state.resolve(ARCHIVE))) {
      new ClusterRun(
              ClusterMethod.DEFAULT.grouping(0.5),
              new PlanRules(0.5, true, false),
              new MatchThreshold(0.5, "given by the test", Optional.empty()),
              0)
          .run(archive, Progress.SILENT);
    }
  }

  @Override
  public void check(Path given, Path state, Path before, Path after) throws Exception {
    List<String> dump = KilledArchive.dump(state.resolve(ARCHIVE));
    assertThat(dump)
        .isIn(ArchiveDump.of(before.resolve(ARCHIVE)), ArchiveDump.of(after.resolve(ARCHIVE)));
  }

  @Override
  public void checkEnd(Path given, Path state, Path after) throws Exception {
    assertThat(ArchiveDump.of(state.resolve(ARCHIVE)))
        .isEqualTo(ArchiveDump.of(after.resolve(ARCHIVE)));
    assertThat(Trees.of(state)).containsOnlyKeys(ARCHIVE);
  }
}
