package io.github.facesj.batch;

import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.Fault;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Report;
import io.github.facesj.run.WorkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what becomes of the photos of a run, and tells those who watch. */
final class PhotoTally {

  /** Problems that are kept for the report; with all of a million its memory would grow. */
  private static final int KEPT = 1000;

  private final long start = System.nanoTime();
  private final PhotoListing listing;
  private final int total;
  private final Progress progress;
  private final List<Problem> problems = new ArrayList<>();
  private int failures;
  private int failed;
  private int done;
  private int faces;
  private boolean bad;

  /**
   * @param listing all photos
   */
  PhotoTally(PhotoListing listing, Progress progress) {
    this.listing = listing;
    this.total = listing.photos().size();
    this.progress = progress;
  }

  /**
   * Counts a page.
   *
   * @param found how many faces it has
   */
  void add(PhotoPage page, int found, WorkResult<?> result) {
    faces += found;
    result.fault().ifPresent(fault -> warn(page, fault));
    if (page.isLast()) {
      failed += bad ? 1 : 0;
      bad = false;
      done++;
      progress.at(done, total, PathText.name(page.photo()));
    }
  }

  private void warn(PhotoPage page, Fault fault) {
    bad = true;
    Problem problem = fault.at(PathText.of(page.photo()));
    keep(problem);
    progress.warn(problem, fault.mistake());
  }

  /** Counts what a person has to know of a photo that was looked at. */
  void remark(PhotoPage page, String sentence) {
    Problem problem = new Problem(PathText.of(page.photo()), sentence);
    keep(problem);
    progress.warn(problem);
  }

  private void keep(Problem problem) {
    failures++;
    if (problems.size() < KEPT) {
      problems.add(problem);
    }
  }

  /** Counts a photo that an earlier run has looked at. */
  void addKnown(FinishedPhoto photo) {
    faces += photo.faces();
    photo.told().forEach(told -> keep(told.problem()));
    failed += photo.failed() ? 1 : 0;
    done++;
  }

  Report report(boolean canceled) {
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new Report(
        done - failed,
        faces,
        failures,
        problems,
        millis,
        canceled,
        "",
        Optional.of(listing.tally(failed, total - done)));
  }
}
