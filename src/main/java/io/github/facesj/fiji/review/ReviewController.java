package io.github.facesj.fiji.review;

import io.github.facesj.archive.DecisionOutcome;
import io.github.facesj.archive.Decisions;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.SwingUtilities;

/**
 * Does with the model, one thing after the other and off the event thread, what the window asks
 * for, and tells the window on the event thread what came of it.
 */
final class ReviewController implements AutoCloseable {

  /** The window. Its methods are called on the event thread. */
  interface View {
    void show(ReviewUpdate update);

    /**
     * @param sentence that something cannot be done, and why
     */
    void complain(String sentence);
  }

  /** Something that is read from the model. */
  @FunctionalInterface
  interface Asking<T> {
    T of(ReviewModel model) throws FacesException;
  }

  private final ReviewModel model;
  private final View view;
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "FacesJ review"));
  private final Stop stop = new Stop();
  private ReviewFilter filter = ReviewFilter.ALL; // of the working thread

  /**
   * @param model closed with the desk
   */
  ReviewController(ReviewModel model, View view) {
    this.model = model;
    this.view = view;
  }

  /** Shows what passes a filter. */
  void look(ReviewFilter newFilter) {
    run(
        () -> {
          filter = newFilter;
          update("");
        });
  }

  /** Decides something. */
  void decide(ReviewModel.Deciding deciding) {
    turn(deciding, done -> "Done: " + done + ".", "It was so already.");
  }

  void undo() {
    turn(Decisions::undo, done -> "Taken back: " + done + ".", "There is nothing to take back.");
  }

  void redo() {
    turn(Decisions::redo, done -> "Made again: " + done + ".", "There is nothing to make again.");
  }

  private void turn(ReviewModel.Deciding deciding, Function<String, String> words, String nothing) {
    run(
        () -> {
          Optional<DecisionOutcome> outcome = model.decide(deciding);
          String done = outcome.map(o -> words.apply(o.decision().toString())).orElse(nothing);
          Optional<String> name = outcome.flatMap(o -> o.decision().name());
          update(name.isEmpty() ? done : (done + " " + model.alike(name.get())).strip());
        });
  }

  /** Reads something, and hands it on to the event thread. */
  <T> void ask(Asking<T> asking, Consumer<T> answer) {
    run(
        () -> {
          T result = asking.of(model);
          SwingUtilities.invokeLater(() -> answer.accept(result));
        });
  }

  private void update(String sentence) throws FacesException {
    ReviewUpdate update =
        new ReviewUpdate(
            model.rows(filter),
            model.faces().names(),
            model.undoable(),
            model.redoable(),
            sentence);
    SwingUtilities.invokeLater(() -> view.show(update));
  }

  /** Work that may go wrong in ways that the user can do something about. */
  @FunctionalInterface
  private interface Task {
    void run() throws FacesException;
  }

  /** Asked by long work whether to go on. */
  Progress progress() {
    return stop;
  }

  /** Stops what is being read or looked for just now. */
  void stop() {
    stop.asked = true;
  }

  private void run(Task task) {
    work.execute(
        () -> {
          stop.asked = false;
          try {
            task.run();
          } catch (IllegalArgumentException | FacesException e) {
            SwingUtilities.invokeLater(() -> view.complain(e.getMessage()));
          }
        });
  }

  /** Whether somebody asked to stop the work of now. */
  private static final class Stop implements Progress {

    private volatile boolean asked;

    @Override
    public void at(long done, long total, String what) {
      // the window shows what comes of it
    }

    @Override
    public boolean isCanceled() {
      return asked;
    }

    @Override
    public void warn(Problem problem) {
      // work for a window ends with its sentence
    }
  }

  /** Ends after what was asked for is done. */
  @Override
  public void close() {
    run(model::close);
    work.shutdown();
  }
}
