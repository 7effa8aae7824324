package io.github.facesj.batch;

import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.picture.PictureMark;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Factory;
import io.github.facesj.run.Fault;
import io.github.facesj.run.FileTally;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Reason;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Writes a copy of each photo of a folder with faces covered, in folders of the same names. A table
 * with the copies says how each was made: photos whose copy is there, made of the same photo in the
 * same way, are skipped. Copies hold the upright pixels and nothing else of the photo's file.
 */
public final class AnonymiseRun {

  /** The table in the folder of copies. */
  public static final String TABLE = "anonymised.csv";

  /** What the table lists is FacesJ's own, also where a crash or a disk left half of it. */
  private static final FileKind LISTED = FileKind.kept("a copy that the table lists");

  private static final String WAITING =
      "This photo has not been copied yet. Run the command again.";

  /** The table is written again after this time, so that not much is done twice after a crash. */
  private static final long SAVE_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** One photo, the name of its copy, and what is known of an earlier one. */
  private record Job(Path file, String photo, String copy, AnonymisedRow before) {}

  private final Factory<Anonymiser> factory;
  private final int threads;

  /**
   * @param factory makes one anonymiser for each thread
   * @param threads photos worked on at the same time, at least 1
   */
  public AnonymiseRun(Factory<Anonymiser> factory, int threads) {
    this.factory = factory;
    this.threads = threads;
  }

  /**
   * What a run came to.
   *
   * @param report photos with a copy, faces covered in them, problems
   * @param skipped photos whose copy was there already
   * @param doubtful faces that were covered only because it is not sure who they are
   * @param look photos whose copy a person should look at
   * @param notes what else a person should know, in full sentences
   */
  public record Outcome(Report report, int skipped, int doubtful, int look, List<String> notes) {

    public Outcome {
      notes = List.copyOf(notes);
    }

    /** For a person: one line, and one more for each note. */
    public String summary() {
      String doubts =
          doubtful == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  "; %d %s covered to be on the safe side",
                  doubtful,
                  doubtful == 1 ? "face" : "faces");
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s; %d copies were there already%s; %d to look at, see %s",
              report.line(),
              skipped,
              doubts,
              look,
              TABLE));
      lines.addAll(notes);
      report.files().map(FileTally::table).ifPresent(lines::add);
      return String.join("\n", lines);
    }
  }

  /**
   * Copies all photos.
   *
   * @param input searched with all folders below it, only read
   * @param copies is made if it does not exist
   * @return what it came to; a canceled run keeps what it has, and the next goes on from there
   * @throws FacesException if a folder cannot be read or written
   * @throws IllegalArgumentException if there is no photo, or the folders lie in each other
   */
  public Outcome run(PhotoFolder input, Path copies, Progress progress) throws FacesException {
    long start = System.nanoTime();
    Path photos = input.path();
    PhotoListing listing = input.listing(progress).requireAny();
    List<Path> files = listing.photos();
    List<String> names = files.stream().map(p -> PhotoFolder.relative(photos, p)).toList();
    Path table = copies.resolve(TABLE);
    CopyFolder.require(photos, copies, table);
    PhotoBatch<Anonymiser> batch = new PhotoBatch<>(photos, factory, threads);
    Anonymiser first = batch.first();
    String parameters = first.parameters();
    Map<String, AnonymisedRow> rows = new TreeMap<>(AnonymisedRow.read(table));
    List<Job> jobs = new ArrayList<>();
    List<String> copyNames = CopyFolder.names(names);
    for (int i = 0; i < names.size(); i++) {
      AnonymisedRow waiting = AnonymisedRow.failed(names.get(i), WAITING, parameters);
      // Written down before the copy is replaced: a copy made in another way must not pass for one
      // of the earlier way if this run is killed.
      AnonymisedRow before =
          rows.merge(
              names.get(i), waiting, (was, w) -> was.parameters().equals(parameters) ? was : w);
      jobs.add(new Job(files.get(i), names.get(i), copyNames.get(i), before));
    }
    WriteGuard guard = WriteGuard.of(files);
    AnonymisedRow.write(table, rows.values(), guard);
    Tally tally = new Tally(listing, jobs, rows, table, guard, progress);
    boolean complete;
    try {
      complete =
          batch.each(
              jobs.iterator(),
              (Anonymiser a, Job job, Progress stop) ->
                  copy(a, job, copies, parameters, guard, stop),
              (Job job, WorkResult<AnonymisedRow> row) ->
                  tally.add(
                      row.or(f -> AnonymisedRow.failed(job.photo(), f.sentence(), parameters)),
                      row.fault().flatMap(Fault::mistake)),
              progress);
    } catch (FacesException | RuntimeException | Error e) {
      keep(table, rows, guard, e);
      throw e;
    }
    AnonymisedRow.write(table, rows.values(), guard);
    return tally.outcome((System.nanoTime() - start) / 1_000_000, !complete, first.notes());
  }

  /** The same of a folder without what is hidden or a system's. */
  public Outcome run(Path photos, Path copies, Progress progress) throws FacesException {
    return run(PhotoFolder.of(photos), copies, progress);
  }

  /** What was done is written down, if the folder of copies still takes anything. */
  private static void keep(
      Path table, Map<String, AnonymisedRow> rows, WriteGuard guard, Throwable end) {
    try {
      AnonymisedRow.write(table, rows.values(), guard);
    } catch (FacesException e) {
      end.addSuppressed(e);
    }
  }

  private static AnonymisedRow copy(
      Anonymiser anonymiser,
      Job job,
      Path copies,
      String parameters,
      WriteGuard guard,
      Progress stop)
      throws FacesException {
    Path photo = job.file();
    Path copy = PathText.resolve(copies, job.copy());
    try {
      if (!Files.exists(photo)) {
        PhotoReader.pages(photo, stop); // says what is there in its place, such as a link
      }
      long size = Files.size(photo);
      long modified = Files.getLastModifiedTime(photo).toMillis();
      if (job.before().isOf(size, modified, parameters)
          && Files.exists(copy)
          && Files.size(copy) == job.before().bytes()) {
        return job.before();
      }
      guard.require(copy, job.before().copy().equals(job.copy()) ? LISTED : PictureMark.KIND);
      // An earlier copy was made of another photo or in another way: it must not stay if this
      // fails.
      Files.deleteIfExists(copy);
      int pages = PhotoReader.pages(photo, stop);
      if (pages > 1 && !PictureFile.holdsPages(job.copy())) {
        return AnonymisedRow.failed(
            job.photo(),
            "This is a TIFF of several pages, but its name does not end with .tif. Rename it.",
            parameters);
      }
      int covered = 0;
      int kept = 0;
      int doubtful = 0;
      List<String> look = new ArrayList<>();
      // A folder that does not take this copy takes none of the others.
      try (PictureFile file = WorkResult.valueOrEnd(() -> PictureFile.create(copy, guard))) {
        for (int page = 0; page < pages; page++) {
          Anonymised done = anonymiser.anonymise(PhotoReader.read(photo, page, stop), stop);
          WorkResult.orEnd(() -> file.add(done.image()));
          covered += done.covered().size();
          kept += done.kept().size();
          doubtful += done.doubtful().size();
          String at = pages == 1 ? "" : "Page " + (page + 1) + ": ";
          done.look().forEach(sentence -> look.add(at + sentence));
        }
        WorkResult.orEnd(file::commit);
      }
      return new AnonymisedRow(
          job.photo(),
          size,
          modified,
          job.copy(),
          Files.size(copy),
          pages,
          covered,
          kept,
          String.join(" ", look),
          "",
          parameters,
          doubtful);
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT, "The photo or its copy cannot be read or written (%s).", Reason.of(e)),
          e);
    }
  }

  /** Counts what comes, and keeps the table. */
  private static final class Tally {

    private final PhotoListing listing;
    private final List<Job> jobs;
    private final Map<String, AnonymisedRow> rows;
    private final Path table;
    private final WriteGuard guard;
    private final Progress progress;
    private final List<Problem> problems = new ArrayList<>();
    private int done;
    private int faces;
    private int skipped;
    private int doubtful;
    private int look;
    private long saved = System.nanoTime();

    Tally(
        PhotoListing listing,
        List<Job> jobs,
        Map<String, AnonymisedRow> rows,
        Path table,
        WriteGuard guard,
        Progress progress) {
      this.listing = listing;
      this.jobs = jobs;
      this.rows = rows;
      this.table = table;
      this.guard = guard;
      this.progress = progress;
    }

    @SuppressWarnings("ReferenceEquality") // the very row that was there, not one like it
    void add(AnonymisedRow row, Optional<Throwable> mistake) throws FacesException {
      if (row == jobs.get(done).before()) {
        skipped++;
      }
      done++;
      rows.put(row.photo(), row);
      faces += row.covered();
      doubtful += row.doubtful();
      look += row.look().isEmpty() ? 0 : 1;
      if (!row.problem().isEmpty()) {
        problems.add(new Problem(row.photo(), row.problem()));
        progress.warn(problems.get(problems.size() - 1), mistake);
      }
      if (System.nanoTime() - saved > SAVE_NANOS) {
        AnonymisedRow.write(table, rows.values(), guard);
        saved = System.nanoTime();
      }
      progress.at(done, jobs.size(), row.photo());
    }

    Outcome outcome(long millis, boolean canceled, List<String> notes) {
      Report report = new Report(done - problems.size(), faces, problems, millis, canceled);
      int left = listing.photos().size() - done;
      return new Outcome(
          report.withFiles(listing.tally(problems.size(), left)), skipped, doubtful, look, notes);
    }
  }
}
