package io.github.facesj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Notes every test that was skipped, with its reason, in a file of the folder {@code
 * -Dfacesj.skipped}, from which {@link SkippedReport} makes the last lines of a run; without such a
 * folder they are printed at once.
 */
public final class SkippedTests implements TestExecutionListener {

  /** System property with the folder. */
  static final String FOLDER = "facesj.skipped";

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan started) {
    plan = started;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    note(test, Skipped.Kind.OTHER, reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      Throwable why = result.getThrowable().orElseThrow();
      Skipped.Kind kind = why instanceof Skipped own ? own.kind() : Skipped.Kind.OTHER;
      note(test, kind, String.valueOf(why.getMessage()));
    }
  }

  private void note(TestIdentifier test, Skipped.Kind kind, String reason) {
    String line = kind + "\t" + reason.replaceAll("\\s+", " ").strip();
    lines.addAll(Collections.nCopies(testsOf(test), line));
  }

  /** A class or a test with parameters that never got as far as its tests counts those it knows. */
  private int testsOf(TestIdentifier test) {
    int below = plan.getChildren(test).stream().mapToInt(this::testsOf).sum();
    return Math.max(1, below);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan finished) {
    String folder = System.getProperty(FOLDER, "");
    if (folder.isEmpty()) {
      SkippedReport.lines(lines).forEach(System.out::println);
    } else if (!lines.isEmpty()) {
      try {
        Files.createDirectories(Path.of(folder));
        Files.write(Path.of(folder, UUID.randomUUID() + ".txt"), lines);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    lines.clear();
  }
}
