package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.PeopleArchive;
import io.github.facesj.cluster.ClusterMethod;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.model.ModelFile;
import io.github.facesj.model.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class ClusterArchiveTest {

  private static Context context;

  @TempDir Path dir;
  private Path file;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  @BeforeEach
  void archive() throws Exception {
    file = dir.resolve("all of them.facesj");
    String sha256 =
        context
            .service(FacesService.class)
            .open("facesj-embedder", Task.EMBEDDING)
            .card()
            .files()
            .stream()
            .map(ModelFile::sha256)
            .collect(Collectors.joining(" "));
    PeopleArchive photos =
        PeopleArchive.of(PeopleArchive.settings("facesj-embedder+sum", sha256, 128), 4, 1);
    try (Archive archive = photos.create(file)) {
      photos.add(archive, 12);
    }
  }

  private static CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(ClusterArchive.class, true, inputs).get();
  }

  private List<OptionalLong> clusters() throws Exception {
    try (Archive archive = Archive.read(file)) {
      return archive.faces().stream().map(ArchivedFace::cluster).toList();
    }
  }

  @Test
  void reportTableAndFileSayWhatIsInTheArchive() throws Exception {
    Path csv = dir.resolve("clusters.csv");
    CommandModule done = run("archive", file.toString(), "csv", csv.toString());
    assertThat(done.isCanceled()).as(done.getCancelReason()).isFalse();
    assertThat((String) done.getOutput("report"))
        .contains("in 4 clusters (0 with a name)", "of the model's card", "100.0 %");
    ResultsTable table = (ResultsTable) done.getOutput("clusters");
    assertThat(table.size()).isEqualTo(4);
    assertThat(Files.readAllLines(csv))
        .hasSize(5)
        .first()
        .isEqualTo("cluster,person,faces,photos,settled,ignored,doubled");
    assertThat(clusters()).doesNotContain(OptionalLong.empty());
  }

  @Test
  void parametersReachTheRun() throws Exception {
    CommandModule strict = run("archive", file.toString(), "threshold", 0.01);
    assertThat((String) strict.getOutput("report")).contains("in 0 clusters", "given by the user");
    run("archive", file.toString(), "method", "average", "fresh", true, "quality", 0.5);
    assertThat(clusters()).contains(OptionalLong.empty(), OptionalLong.of(1));
    CommandModule few = run("archive", file.toString(), "least", 100, "fresh", true);
    assertThat(((ResultsTable) few.getOutput("clusters")).size()).isZero();
  }

  @Test
  void everyMethodIsOffered() throws Exception {
    assertThat(
            context
                .service(CommandService.class)
                .getCommand(ClusterArchive.class)
                .getInput("method")
                .getChoices())
        .map(Object::toString)
        .containsExactlyElementsOf(
            Arrays.stream(ClusterMethod.values())
                .map(m -> m.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void whatCannotBeDoneIsSaidAndChangesNothing() throws Exception {
    assertThat(run("archive", "").getCancelReason()).contains("The archive is not named");
    assertThat(run("archive", dir.resolve("no.facesj").toString()).getCancelReason())
        .contains("There is no archive");
    assertThat(run("archive", file.toString(), "method", "magic").getCancelReason())
        .contains("The method must be one of default, ");
    assertThat(run("archive", file.toString(), "threshold", 7.0).getCancelReason())
        .contains("must be between 0 and");
    assertThat(run("archive", file.toString(), "threshold", -1.0).getCancelReason())
        .contains("must be 0 or more");
    assertThat(run("archive", file.toString(), "quality", 7.0).getCancelReason())
        .contains("between 0 and 1, but was 7");
    assertThat(run("archive", file.toString(), "least", 0).getCancelReason())
        .contains("at least 1 face");
    assertThat(clusters()).allMatch(OptionalLong::isEmpty);
  }

  @Test
  void anArchiveOfAnotherModelIsRefused() throws Exception {
    Path other = dir.resolve("other.facesj");
    PeopleArchive.of(PeopleArchive.settings("facesj-embedder+sum", "another", 128), 2, 1)
        .create(other)
        .close();
    assertThat(run("archive", other.toString()).getCancelReason())
        .contains("another file of the model facesj-embedder+sum");
  }
}
