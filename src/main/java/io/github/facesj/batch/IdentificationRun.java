package io.github.facesj.batch;

import io.github.facesj.analysis.IdentifiedFace;
import io.github.facesj.analysis.Identifier;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.ReducedPhoto;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says of all photos in a folder who the people on them may be. */
public final class IdentificationRun {

  private final Factory<Identifier> factory;
  private final int threads;

  /**
   * @param factory makes one identifier for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public IdentificationRun(Factory<Identifier> factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * Identifies the faces of all photos and writes the table.
   *
   * @param input searched with all folders below it
   * @param table the CSV to write; what stood there is replaced when the run has ended. Until then
   *     the rows are in a file beside it, from which the next run goes on
   * @return what it came to
   * @throws FacesException if the folder cannot be read, the table not be written, or a fault ends
   *     the run
   * @throws IllegalArgumentException if the folder holds no photo
   */
  public Report run(PhotoFolder input, Path table, Progress progress) throws FacesException {
    Path folder = input.path();
    PhotoListing listing = input.listing(progress).requireAny();
    PhotoBatch<Identifier> batch = new PhotoBatch<>(folder, factory, threads);
    return new FolderTable<>(folder, table, new Rows(batch.first()), photo -> true)
        .write(
            listing,
            batch,
            (Identifier identifier, PhotoPage page, ReducedPhoto photo, Progress stop) ->
                identifier.identify(photo.image(), stop).stream()
                    .map(found -> new IdentifiedFace(photo.toFull(found.face()), found.who()))
                    .toList(),
            WriteGuard.of(listing.photos()),
            progress);
  }

  /** The same of a folder without what is hidden or a system's. */
  public Report run(Path folder, Path table, Progress progress) throws FacesException {
    return run(PhotoFolder.of(folder), table, progress);
  }

  private static final class Rows implements FolderTable.Rows<List<IdentifiedFace>> {

    private final Identifier how;
    private final IdentityTable table;

    Rows(Identifier how) {
      this.how = how;
      this.table = new IdentityTable(how);
    }

    @Override
    public FileKind kind() {
      return IdentityTable.KIND;
    }

    @Override
    public Table empty() {
      return table.table();
    }

    @Override
    public String settings() {
      return String.format(
          Locale.ROOT,
          "%s\n%s %s %s",
          how.recognizer().provenance(),
          how.gallery().fingerprint(),
          how.threshold(),
          how.best());
    }

    @Override
    public int faces(List<IdentifiedFace> found) {
      return found.size();
    }

    @Override
    public String lines(String photo, int slice, List<IdentifiedFace> found) {
      return table.of(photo, slice, found).lines();
    }

    @Override
    public String problem(String photo, int slice, String sentence) {
      return table.problem(photo, slice, sentence).lines();
    }
  }
}
