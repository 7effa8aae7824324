package io.github.facesj.fiji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Sample;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.NewFace;
import io.github.facesj.face.Box;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.command.collection.IndexFolder;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** A box drawn by hand becomes a face like those that the archive holds already. */
class ArchiveIntakeTest {

  @TempDir Path folder;
  private final Context context = new Context();

  @AfterEach
  void stop() {
    context.dispose();
  }

  @Test
  void aDrawnFaceIsLikeTheDetectedOne() throws Exception {
    Path photo = Files.createDirectory(folder.resolve("photos")).resolve("group.jpg");
    Files.copy(Sample.path(Sample.GROUP), photo);
    Path file = folder.resolve("a.facesj");
    context
        .service(CommandService.class)
        .run(IndexFolder.class, true, "input", photo.getParent().toString(), "archive", "" + file)
        .get();
    FacesService faces = context.service(FacesService.class);
    FaceImage image = PhotoReader.read(photo);
    try (ReviewModel model = new ReviewModel(Archive.open(file))) {
      Archive archive = model.archive();
      int before = archive.faces().size();
      assertThat(before).isGreaterThanOrEqualTo(5);
      ArchivedFace detected = archive.face(1);
      ArchiveIntake intake = new ArchiveIntake(faces, archive.settings());
      NewFace drawn = intake.of(image, 0, detected.box(), Progress.SILENT);
      long id =
          model
              .decide(d -> Optional.of(d.faces().draw(detected.photo(), drawn, Optional.of("Eve"))))
              .orElseThrow()
              .faces()
              .iterator()
              .next();
      assertThat(archive.face(id).drawn()).isTrue();
      assertThat(archive.face(id).number()).isEqualTo(before + 1);
      assertThat(archive.vectors(new long[] {1, id}).cosine(0, 1)).isGreaterThan(0.8f);
      assertThat(model.faces().picture(detected.photo(), 0)).hasSize(before + 1);
      model.decide(Decisions::undo);
      assertThat(model.faces().picture(detected.photo(), 0)).hasSize(before);

      assertThatThrownBy(() -> intake.of(image, 0, new Box(-50, -50, 20, 20), Progress.SILENT))
          .hasMessageContaining("must cover a part of the picture");
      ArchiveSettings was = archive.settings();
      ArchiveSettings other =
          new ArchiveSettings(
              was.detection().model(),
              "",
              was.embedding().model(),
              "another file",
              "",
              was.dimension());
      assertThatThrownBy(
              () -> new ArchiveIntake(faces, other).of(image, 0, detected.box(), Progress.SILENT))
          .hasMessageContaining("another file of the model facesj-embedder+sum");
    }
  }
}
