package io.github.facesj.evaluation;

import io.github.facesj.batch.FileStamp;
import io.github.facesj.batch.FinishedPhoto;
import io.github.facesj.batch.UnfinishedTable;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rows of a verification that has not ended, in a file beside its {@code scores.csv}: each pair
 * is there as soon as it is compared, and a run that was stopped or killed is gone on with, as with
 * the runs over folders.
 */
public final class UnfinishedPairs implements PairRows, AutoCloseable {

  private final PairList list;
  private final UnfinishedTable table;
  private final UnfinishedTable.Rows before;

  /** Of the photos of each pair before they were looked at. */
  private final FileStamp[] stamps;

  private boolean anyDistance;

  private UnfinishedPairs(PairList list, UnfinishedTable table) throws FacesException {
    this.list = list;
    this.table = table;
    this.before = table.before();
    this.stamps = new FileStamp[list.pairs().size()];
  }

  /**
   * @param settings all that decides what the rows are, besides the photos
   * @throws FacesException if the file cannot be written, or another run is writing it
   */
  static UnfinishedPairs open(
      Path scores, PairList list, String settings, WriteGuard guard, Progress progress)
      throws FacesException {
    UnfinishedTable table = UnfinishedTable.open(scores, settings, guard);
    try {
      table.tellIfRefused(progress);
      return new UnfinishedPairs(list, table);
    } catch (FacesException e) {
      table.close();
      throw e;
    }
  }

  @Override
  public Optional<PairScore> known(int number, Pair pair) {
    stamps[number] = stamp(pair);
    // What cannot be read of earlier runs is done again.
    return WorkResult.of(() -> before.at(name(number)))
        .or(fault -> Optional.empty())
        .filter(FinishedPhoto::settled)
        .filter(known -> known.stamp().equals(stamps[number]))
        .flatMap(known -> score(pair, known))
        .map(this::noted);
  }

  private static Optional<PairScore> score(Pair pair, FinishedPhoto known) {
    String problem = known.problems().stream().map(Problem::sentence).findFirst().orElse("");
    String line = known.rows();
    String other = VerificationFiles.line(new PairScore(pair, OptionalDouble.empty(), "x"));
    String begin = other.substring(0, other.length() - ",x\n".length());
    int end = line.length() - ",\n".length();
    if (problem.isEmpty() && !(line.startsWith(begin) && begin.length() < end)) {
      return Optional.empty();
    }
    try {
      OptionalDouble distance =
          problem.isEmpty()
              ? OptionalDouble.of(Double.parseDouble(line.substring(begin.length(), end)))
              : OptionalDouble.empty();
      return Optional.of(new PairScore(pair, distance, problem))
          .filter(score -> VerificationFiles.line(score).equals(line));
    } catch (NumberFormatException e) {
      return Optional.empty(); // not a row of ours, so the pair is compared again
    }
  }

  private PairScore noted(PairScore score) {
    anyDistance |= score.distance().isPresent();
    return score;
  }

  @Override
  public void add(int number, PairScore score, boolean settled) throws FacesException {
    noted(score);
    List<Problem> problems =
        score.problem().isEmpty()
            ? List.of()
            : List.of(new Problem(score.pair().a(), score.problem()));
    int faces = score.distance().isPresent() ? 2 : 0;
    table.add(
        new FinishedPhoto(
            name(number),
            stamps[number],
            1,
            faces,
            settled,
            problems.stream().map(p -> new FinishedPhoto.Told(p, true)).toList(),
            VerificationFiles.line(score)));
  }

  /** Of both photos, as one. */
  private FileStamp stamp(Pair pair) {
    FileStamp a = list.photos().stamp(pair.a());
    FileStamp b = list.photos().stamp(pair.b());
    return new FileStamp(31 * a.size() + b.size(), 31 * a.modified() + b.modified());
  }

  /** In the order of the names the pairs are in that of the list. */
  private static String name(int number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  @Override
  public String whatIsKept() {
    return "The rows so far are in " + table.file() + "; run it again to go on";
  }

  /** Removes the file, as the results are there. */
  public void remove() throws FacesException {
    table.remove();
  }

  /** A run in which nothing could be compared leaves nothing. */
  @Override
  public void close() throws FacesException {
    if (anyDistance) {
      table.close();
    } else {
      table.remove();
    }
  }
}
