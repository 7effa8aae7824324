package io.github.facesj.fiji.command.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.batch.RehearsedPhotos;
import io.github.facesj.collection.IndexRun;
import io.github.facesj.detect.SearchOptions;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.Recognizers;
import io.github.facesj.fiji.command.DetectionParameters;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.RunWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class IndexFolderTest {

  private static Context context;

  @TempDir Path dir;

  @BeforeAll
  static void start() {
    context = new Context();
  }

  @AfterAll
  static void stop() {
    context.dispose();
  }

  private CommandModule run(Object... inputs) throws Exception {
    return context.service(CommandService.class).run(IndexFolder.class, true, inputs).get();
  }

  @Test
  void indexesAFolderAndThenWhatIsNew() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("写真 =1/below"));
    Path archive = dir.resolve("new folder/photos.facesj");
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("ada.jpg"));
    Files.writeString(photos.resolve("broken.jpg"), "no photo");
    CommandModule done =
        run("input", photos.getParent().toString(), "archive", archive.toString(), "score", 0.6);
    assertThat(done.getCancelReason()).isNull();
    assertThat((String) done.getOutput("report"))
        .startsWith("2 photos indexed, 1 face, 1 problem (")
        .contains("broken.jpg");
    Files.copy(Sample.path(Sample.GROUP), photos.resolve("group.jpg"));
    done = run("input", photos.getParent().toString(), "archive", archive.toString(), "score", 0.6);
    assertThat((String) done.getOutput("report"))
        .startsWith("1 photo indexed, 5 faces, 0 problems (")
        .contains("2 photos were known already.");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.settings().embedding().model()).startsWith(Recognizers.DEFAULT_EMBEDDER);
      List<ArchivedPhoto> all = open.photos();
      assertThat(all).hasSize(3);
      assertThat(all.get(1).problem()).isPresent();
      assertThat(all.get(0).problem()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void everyPageOfAStackIsLookedAt() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("stacks"));
    ImagePlus ada = Sample.open("portraits/ada/ada_1.jpg");
    ImageStack stack = new ImageStack(ada.getWidth(), ada.getHeight());
    stack.addSlice(ada.getProcessor());
    stack.addSlice(new ColorProcessor(ada.getWidth(), ada.getHeight()));
    stack.addSlice(ada.getProcessor());
    new FileSaver(new ImagePlus("s", stack)).saveAsTiffStack(photos.resolve("s.tif").toString());
    Path archive = dir.resolve("stack.facesj");
    assertThat(
            (String)
                run("input", photos.toString(), "archive", archive.toString()).getOutput("report"))
        .startsWith("1 photo indexed, 2 faces, 0 problems (");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos().get(0).pages()).isEqualTo(3);
      assertThat(open.faces()).extracting("page").containsExactly(0, 2);
    }
  }

  @Test
  void quittingSettlesNothingAndTheNextRunGoesOn() throws Exception {
    Path photos = dir.resolve("many");
    for (String folder : List.of("a", "b", "c")) {
      RehearsedPhotos.write(photos.resolve(folder));
    }
    Path archive = dir.resolve("many.facesj");
    Context quitting = new Context();
    Recognizers models =
        new Recognizers(
            quitting.service(FacesService.class),
            DetectionParameters.DEFAULT_DETECTOR,
            SearchOptions.defaults(),
            Recognizers.DEFAULT_EMBEDDER,
            Optional.empty(),
            Optional.empty());
    Progress quit =
        new RunWatch() {
          @Override
          public void at(long done, long total, String what) {
            if (what.startsWith("4 of 18 photos")) {
              quitting.dispose();
            }
          }
        };
    assertThatThrownBy(() -> new IndexRun(models, 2).run(photos, archive, quit))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("because ImageJ is quitting");
    int done;
    try (Archive open = Archive.read(archive)) {
      done = open.photos().size();
      assertThat(open.photos()).allMatch(p -> p.problem().isEmpty());
    }
    assertThat(done).isBetween(4, 8);
    CommandModule again = run("input", photos.toString(), "archive", archive.toString());
    assertThat((String) again.getOutput("report"))
        .startsWith(String.format(Locale.ROOT, "%d photos indexed", 18 - done))
        .contains("0 problems");
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos())
          .hasSize(18)
          .allMatch(p -> p.problem().isEmpty() && !p.sha256().isEmpty());
      assertThat(open.faces()).hasSize(18);
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Path photos = Files.createDirectories(dir.resolve("photos"));
    String archive = dir.resolve("a.facesj").toString();
    assertThat(run("input", "", "archive", archive).getCancelReason())
        .isEqualTo("The photo folder is not named; say which.");
    assertThat(run("input", photos.toString(), "archive", " ").getCancelReason())
        .isEqualTo("The archive is not named; say which.");
    assertThat(run("input", photos.toString(), "archive", archive).getCancelReason())
        .contains("holds no photo");
    assertThat(dir.resolve("a.facesj")).doesNotExist();
    Files.copy(Sample.path("portraits/ada/ada_1.jpg"), photos.resolve("ada.jpg"));
    assertThat(run("input", photos.toString(), "archive", photos.toString()).getCancelReason())
        .contains("is a folder, not an archive");
    Path text = Files.writeString(dir.resolve("text.facesj"), "x".repeat(1000));
    assertThat(run("input", photos.toString(), "archive", text.toString()).getCancelReason())
        .contains("is not an archive that FacesJ wrote");
    assertThat(run("input", photos.toString(), "archive", archive).getCancelReason()).isNull();
    assertThat(
            run("input", photos.toString(), "archive", archive, "mirror", "none").getCancelReason())
        .contains("was made with other settings");
    try (Archive open = Archive.open(Path.of(archive))) {
      assertThat(open.photos()).hasSize(1);
      assertThat(run("input", photos.toString(), "archive", archive).getCancelReason())
          .contains("is being written by another");
    }
  }
}
