package io.github.facesj.run;

import java.util.Locale;
import java.util.Optional;

/**
 * Notices where one item after another fails in the same way and none of them is to blame: then all
 * will, and a run is better ended with one sentence than with ten thousand problems. Trouble with
 * memory does not count, as the next item may be smaller; sentences that name a file differ.
 */
final class RepeatedFault {

  /** Enough not to be chance, and few enough to be read. */
  static final int MOST = 20;

  private String sentence = "";
  private int times;

  /**
   * Takes what became of the next item.
   *
   * @throws FacesException if it was the last of {@link #MOST} with the same fault
   */
  void next(Optional<Fault> fault) throws FacesException {
    Optional<Fault> counts = fault.filter(f -> f.isPassing() && !f.isOfMemory());
    String now = counts.map(Fault::sentence).orElse("");
    times = now.equals(sentence) ? times + 1 : 1;
    sentence = now;
    if (counts.isPresent() && times >= MOST) {
      throw FacesException.endingTheRun(
          String.format(
              Locale.ROOT,
              "%d photos, one after another, failed in the same way, so the rest was not tried. %s",
              times,
              sentence),
          counts.get().mistake().orElse(null));
    }
  }
}
