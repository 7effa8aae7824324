package io.github.facesj.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people decide in whatever order, all of it can be taken back and made again. */
class DecisionsPropertyTest {

  private static final int FACES = 12;

  /** One thing somebody may do: what, about which faces or clusters, and with which name. */
  record Step(int what, Set<Integer> which, int name) {

    void take(Archive archive, Decisions decisions) throws FacesException {
      List<Long> faces = which.stream().map(i -> 1L + i % FACES).distinct().toList();
      List<ArchivedCluster> there = archive.clusters();
      List<Long> clusters =
          which.stream().map(i -> there.get(i % there.size()).id()).distinct().toList();
      String person = "person " + name;
      switch (what) {
        case 0 -> decisions.clusters().name(clusters.get(0), person);
        case 1 -> decisions.clusters().merge(clusters);
        case 2 -> decisions.faces().split(faces);
        case 3 -> decisions.faces().give(faces, person);
        case 4 -> decisions.faces().reject(faces);
        case 5 -> decisions.faces().nonface(faces);
        case 6 -> decisions.faces().face(faces);
        case 7 -> decisions.clusters().ignore(clusters);
        case 8 -> decisions.clusters().unignore(clusters);
        case 9 -> decisions.faces().settle(faces);
        case 10 -> decisions.clusters().differ(clusters.get(0), clusters.get(clusters.size() - 1));
        case 11 -> decisions.clusters().unname(clusters.get(0));
        case 12 ->
            decisions
                .faces()
                .draw(
                    faces.get(0),
                    SmallArchive.face(1, 7),
                    name == 0 ? Optional.empty() : Optional.of(person));
        case 13 -> decisions.undo();
        default -> decisions.redo();
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Set<Integer>> some =
        Arbitraries.integers().between(0, 59).set().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(
            Arbitraries.integers().between(0, 14), some, Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  @Property(tries = 150)
  void allIsTakenBackAndMadeAgain(@ForAll("steps") List<Step> steps)
      throws IOException, FacesException {
    Path folder = Files.createTempDirectory("decisions");
    Path file = folder.resolve("a.facesj");
    Archive archive = SmallArchive.of(file, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 0, 0);
    List<String> first = SmallArchive.state(archive);
    Decisions decisions = new Decisions(archive);
    for (Step step : steps) {
      if (archive.clusters().isEmpty()) {
        break;
      }
      try {
        step.take(archive, decisions);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).endsWith(".");
      }
      requireOrder(archive);
    }
    while (decisions.redo().isPresent()) {
      requireOrder(archive);
    }
    List<String> last = SmallArchive.state(archive);
    archive.close();
    try (Archive again = Archive.open(file)) {
      Decisions history = new Decisions(again);
      while (history.undo().isPresent()) {
        requireOrder(again);
      }
      assertThat(SmallArchive.state(again)).isEqualTo(first);
      while (history.redo().isPresent()) {
        requireOrder(again);
      }
      assertThat(SmallArchive.state(again)).isEqualTo(last);
      Optional<String> someone =
          again.clusters().stream().flatMap(c -> c.name().stream()).findFirst();
      if (someone.isPresent()) {
        requireGone(again, someone.get(), history);
      }
    } finally {
      for (String ending : List.of("", "-lock", "-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("a.facesj" + ending));
      }
      Files.delete(folder);
    }
  }

  /** A deleted person does not come back, whatever else is taken back. */
  private static void requireGone(Archive archive, String name, Decisions history)
      throws FacesException {
    int faces = archive.faces().size();
    int deleted = new Deletion(archive, Progress.SILENT).person(name).faces();
    requireOrder(archive);
    while (history.undo().isPresent()) {
      requireOrder(archive);
      assertThat(archive.clusterTable().named(name)).isEmpty();
    }
    while (history.redo().isPresent()) {
      requireOrder(archive);
      assertThat(archive.clusterTable().named(name)).isEmpty();
    }
    assertThat(archive.faces()).hasSize(faces - deleted);
  }

  /** No cluster without faces, no settled face without a cluster, nothing ruled out that is so. */
  private static void requireOrder(Archive archive) throws FacesException {
    Set<Long> used = new TreeSet<>();
    for (ArchivedFace face : archive.faces()) {
      face.cluster().ifPresent(used::add);
      assertThat(face.settled() && face.cluster().isEmpty()).isFalse();
      assertThat(face.nonface() && face.cluster().isPresent()).isFalse();
    }
    assertThat(archive.clusters()).extracting(ArchivedCluster::id).containsExactlyElementsOf(used);
    assertThat(archive.clusters().stream().flatMap(c -> c.name().stream())).doesNotHaveDuplicates();
    for (ClusterTable.Apart apart : archive.clusterTable().apart()) {
      assertThat(archive.face(apart.face()).cluster())
          .isNotEqualTo(java.util.OptionalLong.of(apart.cluster()));
    }
  }
}
