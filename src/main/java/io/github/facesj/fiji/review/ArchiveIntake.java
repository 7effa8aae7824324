package io.github.facesj.fiji.review;

import io.github.facesj.analysis.Recognizer;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.NewFace;
import io.github.facesj.collection.FaceIntake;
import io.github.facesj.face.Box;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.archive.ArchiveEmbedder;
import io.github.facesj.image.FaceImage;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;

/** Makes faces of drawn boxes with the models that made the other faces of an archive. */
final class ArchiveIntake implements DrawnBoxes.Intake {

  private final FacesService faces;
  private final ArchiveSettings settings;

  ArchiveIntake(FacesService faces, ArchiveSettings settings) {
    this.faces = faces;
    this.settings = settings;
  }

  @Override
  public NewFace of(FaceImage photo, int page, Box box, Progress stop) throws FacesException {
    Recognizer recognizer = ArchiveEmbedder.of(settings, faces).recognizer();
    return new FaceIntake(recognizer).drawn(photo, page, 1, box, stop);
  }
}
