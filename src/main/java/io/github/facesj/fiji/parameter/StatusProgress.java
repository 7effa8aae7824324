package io.github.facesj.fiji.parameter;

import ij.IJ;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.fiji.run.RunService;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.scijava.Cancelable;
import org.scijava.Contextual;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;

/** Progress in the status bar, ten times a second at most; problems go to the log. */
public final class StatusProgress implements Progress {

  private static final long NANOS_BETWEEN = 100_000_000;

  private final StatusService status;
  private final LogService log;
  private final BooleanSupplier canceled;
  private final Optional<CommandRun> run;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /**
   * @param canceled whether the user asked to stop, such as {@code command::isCanceled}
   */
  public StatusProgress(StatusService status, LogService log, BooleanSupplier canceled) {
    this(status, log, canceled, Optional.empty());
  }

  private StatusProgress(
      StatusService status, LogService log, BooleanSupplier canceled, Optional<CommandRun> run) {
    this.run = run;
    this.status = status;
    this.log = log;
    this.canceled = canceled;
  }

  /**
   * The progress of a command, which is stopped by cancelling the command, by Esc, and by whatever
   * else stops its {@link CommandRun}.
   */
  public static <C extends Contextual & Cancelable> StatusProgress of(C command) {
    Optional<CommandRun> run =
        Optional.ofNullable(command.context().getService(RunService.class))
            .flatMap(runs -> runs.of(command));
    run.ifPresent(CommandRun::watch);
    return new StatusProgress(
        command.context().service(StatusService.class),
        command.context().service(LogService.class),
        command::isCanceled,
        run);
  }

  @Override
  public void at(long done, long total, String what) {
    run.ifPresent(r -> r.at(new CommandRun.Step(done, total, what)));
    long now = System.nanoTime();
    long due = next.get();
    boolean last = total > 0 && done >= total;
    if (!last && (now < due || !next.compareAndSet(due, now + NANOS_BETWEEN))) {
      return;
    }
    if (total <= 0) {
      status.showStatus(what);
      return;
    }
    // The status bar counts in ints.
    long unit = Math.max(1, total / Integer.MAX_VALUE + 1);
    status.showStatus((int) (done / unit), (int) (total / unit), what);
  }

  @Override
  public boolean isCanceled() {
    if (IJ.escapePressed()) {
      run.ifPresent(CommandRun::stop);
    }
    return canceled.getAsBoolean() || (run.isPresent() && run.get().mustStop());
  }

  @Override
  public void warn(Problem problem) {
    log.warn(problem.toString());
  }

  @Override
  public void warn(Problem problem, Optional<Throwable> thrown) {
    if (thrown.isPresent()) {
      log.warn(problem.toString(), thrown.get());
    } else {
      warn(problem);
    }
  }
}
