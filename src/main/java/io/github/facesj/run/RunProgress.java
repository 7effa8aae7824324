package io.github.facesj.run;

/**
 * What the work on one item of a run may ask: whether the run goes on. It tells nobody how far it
 * is, as several items are worked on at the same time.
 */
final class RunProgress implements Progress {

  private final Progress run;
  private volatile boolean ended;

  RunProgress(Progress run) {
    this.run = run;
  }

  /** The run has ended, for whatever reason. */
  void end() {
    ended = true;
  }

  @Override
  public void at(long done, long total, String what) {
    // the run tells how many items are done
  }

  @Override
  public boolean isCanceled() {
    return ended || run.isCanceled();
  }

  @Override
  public void warn(Problem problem) {
    run.warn(problem);
  }
}
