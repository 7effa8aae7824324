package io.github.facesj.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Problems of one file in the order they were met. A file of others may have millions of bad
 * entries; so many are kept as a person might look at, the rest is counted.
 */
public final class Problems {

  private static final int MOST = 1000;

  private final String where;
  private final List<Problem> first = new ArrayList<>();
  private long more;

  /**
   * @param where the file
   */
  public Problems(String where) {
    this.where = where;
  }

  /** Adds what is wrong with one entry, in full sentences. */
  public void add(String sentence) {
    if (first.size() < MOST) {
      first.add(new Problem(where, sentence));
    } else {
      more++;
    }
  }

  /** All of them; the last one says how many are not told one by one. */
  public List<Problem> list() {
    List<Problem> all = new ArrayList<>(first);
    if (more > 0) {
      all.add(
          new Problem(where, String.format(Locale.ROOT, "%d more entries cannot be used.", more)));
    }
    return List.copyOf(all);
  }
}
