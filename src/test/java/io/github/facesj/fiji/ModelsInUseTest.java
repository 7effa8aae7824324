package io.github.facesj.fiji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.benchmark.ManyPhotos;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.fiji.command.faces.DetectInFolder;
import io.github.facesj.fiji.command.models.Models;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunService;
import io.github.facesj.model.ModelStore;
import io.github.facesj.model.OpenModel;
import io.github.facesj.model.Task;
import io.github.facesj.model.Tensor;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Models that are removed, forgotten or closed while somebody works with them. */
class ModelsInUseTest {

  private static final int PHOTOS = 8;

  @TempDir Path dir;

  private String before;
  private Context context;
  private FacesService faces;

  @BeforeEach
  void start() {
    before = System.getProperty(ModelStore.PROPERTY);
    System.setProperty(ModelStore.PROPERTY, dir.resolve("models").toString());
    context = new Context();
    faces = context.service(FacesService.class);
  }

  @AfterEach
  void stop() {
    context.dispose();
    if (before == null) {
      System.clearProperty(ModelStore.PROPERTY);
    } else {
      System.setProperty(ModelStore.PROPERTY, before);
    }
  }

  private static void run(OpenModel model) throws FacesException {
    model.network().run(Tensor.zeros(Tensor.ONLY, 1, 3, 32, 32));
  }

  private static void assertRefused(OpenModel model) {
    assertThatThrownBy(() -> run(model))
        .isInstanceOf(FacesException.class)
        .hasMessageContaining("The model " + model.card().id() + " was closed")
        .matches(e -> ((FacesException) e).isPassing(), "no photo is to blame");
  }

  @Test
  void whatIsForgottenIsOpenedAfresh() throws Exception {
    OpenModel old = faces.open("facesj-detector", Task.DETECTION);
    faces.forget("facesj-detector");
    OpenModel fresh = faces.open("facesj-detector", Task.DETECTION);
    assertThat(fresh).isNotSameAs(old);
    run(fresh);
    assertRefused(old);
    context.dispose();
    assertRefused(fresh);
    assertThatThrownBy(() -> faces.open("facesj-detector", Task.DETECTION))
        .hasMessageContaining("ImageJ is quitting")
        .matches(e -> ((FacesException) e).isPassing());
  }

  @Test
  void aRefusedRemovalClosesNothing() throws Exception {
    OpenModel model = faces.open("facesj-detector", Task.DETECTION);
    assertThat(done(Models.class, "action", "remove", "model", "facesj-detector").getCancelReason())
        .contains("cannot be removed");
    run(model);
    assertThat(faces.open("facesj-detector", Task.DETECTION)).isSameAs(model);
  }

  @Test
  void aModelThatIsRemovedEndsTheRunAndBlamesNoPhoto() throws Exception {
    ManyPhotos.make(dir.resolve("photos"), PHOTOS, 1);
    addOwn();
    Path archive = dir.resolve("photos.facesj");
    CommandModule index =
        removed(IndexFolder.class, "input", photos(), "archive", archive, "model", "mine");
    assertThat(index.getCancelReason()).contains("The model mine was closed");
    assertThat(faces.store().catalogue().find("mine")).isEmpty();
    try (Archive open = Archive.read(archive)) {
      assertThat(open.photos()).hasSizeLessThan(PHOTOS);
      assertThat(open.photos()).extracting(ArchivedPhoto::problem).allMatch(p -> p.isEmpty());
    }
    addOwn();
    Path table = dir.resolve("faces.csv");
    CommandModule detect =
        removed(DetectInFolder.class, "input", photos(), "output", table, "model", "mine");
    assertThat(detect.getCancelReason()).contains("What was done before is kept");
    assertThat(dir.resolve("faces.csv.unfinished")).isNotEmptyFile();
    addOwn();
    Object[] again = {"input", photos(), "output", table.toString(), "model", "mine"};
    assertThat((String) done(DetectInFolder.class, again).getOutput("report"))
        .startsWith(PHOTOS + " photos, ")
        .contains(" 0 problems ");
  }

  private String photos() {
    return dir.resolve("photos").toString();
  }

  private void addOwn() throws Exception {
    Path mine = Files.createDirectories(dir.resolve("mine"));
    for (String name : List.of("rdf.yaml", "facesj-detector.onnx")) {
      Path from = Path.of("models/facesj-detector", name);
      if (Files.notExists(mine.resolve(name))) {
        Files.copy(from, mine.resolve(name));
      }
    }
    faces.store().addOwn(mine);
  }

  private CommandModule done(Class<? extends Command> command, Object... inputs) throws Exception {
    return context.service(CommandService.class).run(command, true, inputs).get();
  }

  /** Runs a command, and removes its model after a photo or two. */
  private CommandModule removed(Class<? extends Command> command, Object... inputs)
      throws Exception {
    for (int i = 1; i < inputs.length; i += 2) {
      inputs[i] = inputs[i].toString();
    }
    Future<CommandModule> running =
        context.service(CommandService.class).run(command, true, inputs);
    while (!running.isDone() && photosDone() < 1) {
      Thread.sleep(5);
    }
    assertThat(done(Models.class, "action", "remove", "model", "mine").getCancelReason()).isNull();
    return running.get();
  }

  private long photosDone() {
    return context.service(RunService.class).running().stream()
        .map(CommandRun::step)
        .filter(step -> step.total() == PHOTOS && !step.what().startsWith("Looking"))
        .mapToLong(CommandRun.Step::done)
        .max()
        .orElse(0);
  }
}
