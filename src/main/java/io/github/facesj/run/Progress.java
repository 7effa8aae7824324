package io.github.facesj.run;

import io.github.facesj.api.PublicApi;
import java.util.Optional;

/**
 * The one port through which long work tells where it is and asks whether to go on. It is polled
 * between faces and between photos; implementations must be cheap and safe for several threads.
 */
@PublicApi
public interface Progress {

  /** Watches nothing and never cancels; problems are dropped, so read them from the report. */
  Progress SILENT =
      new Progress() {
        @Override
        public void at(long done, long total, String what) {
          // nobody is watching
        }

        @Override
        public boolean isCanceled() {
          return false;
        }

        @Override
        public void warn(Problem problem) {
          // nobody is watching
        }
      };

  /**
   * @param done units finished
   * @param total units in all, or 0 where that is not known
   * @param what the unit being worked on, for a person to read
   */
  void at(long done, long total, String what);

  /** Whether the user asked to stop; the work ends at the next poll and keeps what it has. */
  boolean isCanceled();

  /** Something went wrong with one item; the rest goes on. */
  void warn(Problem problem);

  /**
   * The same of a mistake of FacesJ, with what was thrown, for those who look for its reason.
   *
   * @param thrown empty where FacesJ is not to blame
   */
  default void warn(Problem problem, Optional<Throwable> thrown) {
    warn(problem);
  }
}
