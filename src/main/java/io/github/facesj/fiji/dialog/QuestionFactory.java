package io.github.facesj.fiji.dialog;

import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.parameter.KeptSearches;
import io.github.facesj.fiji.parameter.SearchDetails;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Makes the question that fits a parameter's type, choices and style best. */
final class QuestionFactory {

  private static final int WORD = 20;

  private final Module module;
  private final Map<String, Object> defaults;
  private final DialogMemory memory;
  private final Optional<FacesService> faces;
  private final Optional<LogService> log;

  QuestionFactory(
      Module module,
      Map<String, Object> defaults,
      DialogMemory memory,
      Optional<FacesService> faces,
      Optional<LogService> log) {
    this.module = module;
    this.defaults = defaults;
    this.memory = memory;
    this.faces = faces;
    this.log = log;
  }

  Question of(ModuleItem<?> item) {
    Question question = make(item);
    question.show(module.getInput(item.getName()));
    return question;
  }

  private Question make(ModuleItem<?> item) {
    Class<?> type = item.getType();
    if (Values.isTruth(type)) {
      return new TickQuestion(item);
    }
    if (Inputs.isImage(item)) {
      return new ImageQuestion(item);
    }
    Optional<Task> task = ModelQuestion.task(item);
    if (task.isPresent() && faces.isPresent()) {
      try {
        return new ModelQuestion(item, faces.get().store(), task.get());
      } catch (FacesException e) {
        // Without cards there are still the ids, and the run will say what is wrong.
        log.ifPresent(l -> l.warn(e.getMessage()));
      }
    }
    if (type.isEnum() || (item.getChoices() != null && !item.getChoices().isEmpty())) {
      return new ChoiceQuestion(module, item, kept(item));
    }
    if (!Values.isText(type)) {
      return new NumberQuestion(item, defaults.get(item.getName()));
    }
    PathKind kind = PathKind.of(item);
    return kind == PathKind.NONE
        ? new TextQuestion(item, WORD)
        : new PathQuestion(item, kind, memory.recent(item.getName()));
  }

  /** The searches that somebody kept, where the parameter is the word for one. */
  private List<String> kept(ModuleItem<?> item) {
    if (faces.isEmpty() || !SearchDetails.WORD.equals(item.getWidgetStyle())) {
      return List.of();
    }
    try {
      return KeptSearches.in(faces.get().store().folder()).names();
    } catch (FacesException e) {
      log.ifPresent(l -> l.warn(e.getMessage()));
      return List.of(); // FacesJ's own words are there all the same
    }
  }
}
