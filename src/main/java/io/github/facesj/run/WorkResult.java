package io.github.facesj.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What came of work on one item of many: a value, or what went wrong.
 *
 * @param value empty where there is a fault
 * @param fault empty where there is a value
 */
public record WorkResult<R>(Optional<R> value, Optional<Fault> fault) {

  /** The work. */
  @FunctionalInterface
  public interface Work<R> {
    R run() throws FacesException, InterruptedException;
  }

  public WorkResult {
    if (value.isPresent() == fault.isPresent()) {
      throw new IllegalArgumentException("Work has a value or a fault, and not both.");
    }
  }

  /** Does the work, whatever goes wrong. */
  public static <R> WorkResult<R> of(Work<R> work) {
    try {
      return done(work.run());
    } catch (Throwable anything) {
      // Errors, too: a photo that needs too much memory must not stop the others.
      return failed(Fault.of(anything));
    }
  }

  /**
   * Does work on one of many items that nobody else watches over: what went wrong with it is a
   * problem.
   *
   * @param where the item, for a person
   * @return what came of it, and empty where it went wrong
   * @throws FacesException if every other item would fare the same
   */
  public static <R> Optional<R> orProblem(String where, Consumer<Problem> problems, Work<R> work)
      throws FacesException {
    WorkResult<R> done = of(work);
    if (done.fault().isPresent()) {
      Fault fault = done.fault().get();
      if (fault.reach() == Fault.Reach.RUN) {
        throw fault.ending();
      }
      problems.accept(fault.at(where));
    }
    return done.value();
  }

  /** Work on which a whole run depends. */
  @FunctionalInterface
  public interface Deed {
    void run() throws FacesException;
  }

  /**
   * Does such work.
   *
   * @throws FacesException whatever goes wrong; it ends the run, unless the next item may need less
   *     memory
   */
  public static void orEnd(Deed deed) throws FacesException {
    valueOrEnd(
        () -> {
          deed.run();
          return true;
        });
  }

  /** The same for work that gives something. */
  public static <R> R valueOrEnd(Work<R> work) throws FacesException {
    WorkResult<R> done = of(work);
    if (done.fault().isPresent()) {
      Fault fault = done.fault().get();
      throw fault.isOfMemory() ? fault.exception() : fault.ending();
    }
    return done.value().orElseThrow();
  }

  public static <R> WorkResult<R> done(R value) {
    return new WorkResult<>(Optional.of(value), Optional.empty());
  }

  public static <R> WorkResult<R> failed(Fault fault) {
    return new WorkResult<>(Optional.empty(), Optional.of(fault));
  }

  /** The value, or what stands in its place where there is a fault. */
  public R or(Function<Fault, R> otherwise) {
    return value.orElseGet(() -> otherwise.apply(fault.orElseThrow()));
  }
}
