package io.github.facesj.fiji.review;

import io.github.facesj.archive.Decisions;
import io.github.facesj.archive.Outcome;
import io.github.facesj.run.FacesException;
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
          Optional<Outcome> outcome = model.decide(deciding);
          update(outcome.map(o -> words.apply(o.decision().toString())).orElse(nothing));
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

  private void run(Task task) {
    work.execute(
        () -> {
          try {
            task.run();
          } catch (IllegalArgumentException | FacesException e) {
            SwingUtilities.invokeLater(() -> view.complain(e.getMessage()));
          }
        });
  }

  /** Ends after what was asked for is done. */
  @Override
  public void close() {
    run(model::close);
    work.shutdown();
  }
}
