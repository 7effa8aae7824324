package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.PhotoFolder;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.Attempted;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import java.nio.file.Path;
import java.util.List;

/** Says of all photos in a folder who the people on them may be. */
public final class IdentificationRun {

  /** Makes an identifier for one thread. */
  @FunctionalInterface
  public interface Factory {
    Identifier create() throws FacesException;
  }

  private final Factory factory;
  private final int threads;

  /**
   * @param factory makes one identifier for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public IdentificationRun(Factory factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * Identifies the faces of all photos and writes the table.
   *
   * @param folder searched with all folders below it
   * @param table the CSV to write; what stood there is replaced when the run has ended well
   * @return what it came to; a canceled run keeps the rows made so far
   * @throws FacesException if the folder cannot be read, or the table not be written
   * @throws IllegalArgumentException if the folder holds no photo
   */
  public Report run(Path folder, Path table, Progress progress) throws FacesException {
    List<Path> photos = PhotoFolder.list(folder, progress);
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          "The folder %s holds no photo that FacesJ can read.".formatted(folder));
    }
    WriteGuard guard = WriteGuard.of(photos);
    guard.require(table, IdentityTable.KIND);
    IdentityTable rows = new IdentityTable(factory.create());
    Report report =
        new PhotoBatch<>(folder, factory::create, threads)
            .pages(
                photos,
                (Identifier identifier, PhotoPage page, FaceImage image, Progress stop) ->
                    identifier.identify(image, stop),
                List::size,
                (PhotoPage page, Attempted<List<IdentifiedFace>> result) -> {
                  String name = PhotoFolder.relative(folder, page.photo());
                  result.value().ifPresent(f -> rows.add(name, page.number() + 1, f));
                  result
                      .fault()
                      .ifPresent(f -> rows.addProblem(name, page.number() + 1, f.sentence()));
                },
                progress);
    rows.table().write(table, IdentityTable.KIND, guard);
    return report;
  }
}
