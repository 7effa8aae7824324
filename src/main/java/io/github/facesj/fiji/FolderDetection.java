package io.github.facesj.fiji;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.batch.PhotoBatch;
import io.github.facesj.batch.PhotoPage;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.overlay.AnnotatedImage;
import io.github.facesj.fiji.overlay.FaceRois;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import io.github.facesj.image.PhotoFolder;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.Attempted;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.table.FaceCsv;
import io.github.facesj.table.FaceRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faces of all photos in a folder as one table, and the photos with their faces drawn in. */
public final class FolderDetection {

  private final FaceAnalyzer.Factory factory;
  private final int threads;

  /**
   * @param factory makes one analyzer for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public FolderDetection(FaceAnalyzer.Factory factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * @param folder searched with all folders below it
   * @param table the CSV to write; what stood there is replaced when the run has ended well
   * @param drawings folder for the annotated photos, or empty for none
   * @return what it came to; a canceled run keeps the rows made so far
   * @throws FacesException if the folder cannot be read, or a result not be written
   * @throws IllegalArgumentException if the folder holds no photo
   */
  public Report run(Path folder, Path table, Optional<Path> drawings, Progress progress)
      throws FacesException {
    List<Path> photos = PhotoFolder.list(folder, progress);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder %s holds no photo that FacesJ can read.".formatted(folder));
    }
    WriteGuard guard = WriteGuard.of(photos);
    guard.require(table, FaceCsv.KIND);
    if (drawings.isPresent()) {
      for (Path photo : photos) {
        String name = PhotoFolder.relative(folder, photo);
        guard.require(drawings.get().resolve(name + ".png"), PictureMark.KIND);
      }
    }
    if (drawings.isPresent() && !Fonts.available()) {
      progress.warn(
          new Problem(drawings.get().toString(), Fonts.NONE + " Faces are drawn without numbers."));
    }
    FaceRow.Run how = factory.create().run();
    List<FaceRow> rows = new ArrayList<>();
    Report report =
        new PhotoBatch<>(folder, factory::create, threads)
            .pages(
                photos,
                (FaceAnalyzer analyzer, PhotoPage page, FaceImage image, Progress stop) -> {
                  List<Face> faces = analyzer.analyze(image, stop);
                  if (drawings.isPresent() && !stop.isCanceled()) {
                    draw(drawings.get().resolve(drawing(folder, page)), image, faces, guard);
                  }
                  return faces;
                },
                List::size,
                (PhotoPage page, Attempted<List<Face>> result) ->
                    rows.addAll(
                        rows(PhotoFolder.relative(folder, page.photo()), page, result, how)),
                progress);
    FaceCsv.write(table, rows);
    return report;
  }

  /** A folder that takes no drawing takes none of the others. */
  private static void draw(Path png, FaceImage image, List<Face> faces, WriteGuard guard)
      throws FacesException {
    try {
      AnnotatedImage.write(png, image, faces, FaceRois.SCORE, guard);
    } catch (FacesException e) {
      throw FacesException.endingTheRun(e.getMessage(), e);
    }
  }

  private static List<FaceRow> rows(
      String name, PhotoPage page, Attempted<List<Face>> result, FaceRow.Run how) {
    int slice = page.number() + 1;
    return result.fault().isPresent()
        ? List.of(FaceRow.failed(name, slice, result.fault().get().sentence(), how))
        : FaceRow.of(name, slice, result.value().orElseThrow(), how);
  }

  /** {@code a/b.jpg.png}: the whole name stays, because a/b.jpg and a/b.tif may both be there. */
  private static String drawing(Path folder, PhotoPage page) {
    String name = PhotoFolder.relative(folder, page.photo());
    return page.pages() == 1 ? name + ".png" : name + "." + (page.number() + 1) + ".png";
  }
}
