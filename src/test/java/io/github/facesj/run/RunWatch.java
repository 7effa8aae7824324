package io.github.facesj.run;

/** Watches nothing and never cancels; tests watch what they want to. */
public class RunWatch implements Progress {

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
    // the report has it
  }
}
