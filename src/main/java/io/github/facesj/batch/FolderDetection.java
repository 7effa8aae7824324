package io.github.facesj.batch;

import io.github.facesj.analysis.FaceAnalyzer;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.FileNames;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.picture.FaceDrawing;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import io.github.facesj.table.FaceRow;
import io.github.facesj.table.FaceSchema;
import io.github.facesj.table.Table;
import io.github.facesj.table.TableDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Faces of all photos in a folder as one table, and the photos with their faces drawn in. */
public final class FolderDetection {

  private final Factory<FaceAnalyzer> factory;
  private final Provenance how;
  private final int threads;

  /**
   * @param factory makes one analyzer for each thread
   * @param how what these analyzers are
   * @param threads photos worked on at the same time, at least 1
   */
  public FolderDetection(Factory<FaceAnalyzer> factory, Provenance how, int threads) {
    this.factory = factory;
    this.how = how;
    this.threads = threads;
  }

  /**
   * @param input searched with all folders below it
   * @param table the CSV to write; what stood there is replaced when the run has ended. Until then
   *     the rows are in a file beside it, from which the next run goes on
   * @param drawings folder for the annotated photos, or empty for none
   * @return what it came to
   * @throws FacesException if the folder cannot be read, a result not be written, or a fault ends
   *     the run
   * @throws IllegalArgumentException if the folder holds no photo
   */
  public Report run(PhotoFolder input, Path table, Optional<Path> drawings, Progress progress)
      throws FacesException {
    Path folder = input.path();
    PhotoListing listing = input.listing(progress).requireAny();
    List<Path> photos = listing.photos();
    WriteGuard guard = WriteGuard.of(photos);
    TableDescription.require(table, FaceSchema.KIND, guard);
    if (drawings.isPresent()) {
      for (Path photo : photos) {
        String name = PhotoFolder.relative(folder, photo);
        guard.require(drawn(drawings.get(), name, 0, 1), PictureMark.KIND);
      }
    }
    if (drawings.isPresent() && !Fonts.available()) {
      progress.warn(
          new Problem(drawings.get().toString(), Fonts.NONE + " Faces are drawn without numbers."));
    }
    return new FolderTable<>(folder, table, new Rows(drawings), photo -> isDrawn(photo, drawings))
        .write(
            listing,
            new PhotoBatch<>(folder, factory, threads),
            (FaceAnalyzer analyzer, PhotoPage page, ReducedPhoto photo, Progress stop) -> {
              List<Face> faces = analyzer.analyze(photo.image(), stop);
              if (drawings.isPresent() && !stop.isCanceled()) {
                String name = PhotoFolder.relative(folder, page.photo());
                Path png = drawn(drawings.get(), name, page.number(), page.pages());
                FaceImage drawn = FaceDrawing.on(photo.image(), faces, FaceDrawing.SCORE);
                // A folder that takes no drawing takes none of the others.
                WorkResult.orEnd(() -> PictureFile.write(png, drawn, guard));
              }
              return faces.stream().map(photo::toFull).toList();
            },
            guard,
            progress);
  }

  /** The same of a folder without what is hidden or a system's. */
  public Report run(Path folder, Path table, Optional<Path> drawings, Progress progress)
      throws FacesException {
    return run(PhotoFolder.of(folder), table, drawings, progress);
  }

  private static boolean isDrawn(FinishedPhoto photo, Optional<Path> drawings) {
    if (drawings.isEmpty() || photo.failed()) {
      return true;
    }
    for (int page = 0; page < photo.pages(); page++) {
      if (!Files.exists(drawn(drawings.get(), photo.photo(), page, photo.pages()))) {
        return false;
      }
    }
    return true;
  }

  /** {@code a/b.jpg.png}: the whole name stays, because a/b.jpg and a/b.tif may both be there. */
  private static Path drawn(Path drawings, String name, int page, int pages) {
    String ending = pages == 1 ? ".png" : "." + (page + 1) + ".png";
    return PathText.resolve(drawings, FileNames.beside(name, ending));
  }

  private final class Rows implements FolderTable.Rows<List<Face>> {

    private final Optional<Path> drawings;

    Rows(Optional<Path> drawings) {
      this.drawings = drawings;
    }

    @Override
    public FileKind kind() {
      return FaceSchema.KIND;
    }

    @Override
    public Table empty() {
      return FaceSchema.table(List.of()).madeBy(how);
    }

    @Override
    public String settings() {
      return how + "\n" + drawings.map(Path::toAbsolutePath).map(Path::toString).orElse("");
    }

    @Override
    public int faces(List<Face> found) {
      return found.size();
    }

    @Override
    public String lines(String photo, int slice, List<Face> found) {
      return FaceSchema.table(FaceRow.of(photo, slice, found, how)).lines();
    }

    @Override
    public String problem(String photo, int slice, String sentence) {
      return FaceSchema.table(List.of(FaceRow.failed(photo, slice, sentence, how))).lines();
    }
  }
}
