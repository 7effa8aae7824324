package io.github.facesj.fiji.dialog;

import io.github.facesj.model.Task;
import java.util.Locale;
import java.util.Optional;
import org.scijava.module.ModuleItem;

/** Widget styles of parameters that name a model, so that dialogs can list those there are. */
public final class ModelStyle {

  private static final String PREFIX = "model:";

  public static final String DETECTION = "model:detection";
  public static final String LANDMARKS = "model:landmarks";
  public static final String EMBEDDING = "model:embedding";
  public static final String POSE = "model:pose";
  public static final String ATTRIBUTE = "model:attribute";

  private ModelStyle() {}

  /** What the model is for; empty where the parameter names none. */
  static Optional<Task> task(ModuleItem<?> item) {
    String style = item.getWidgetStyle();
    return style == null || !style.startsWith(PREFIX)
        ? Optional.empty()
        : Optional.of(Task.valueOf(style.substring(PREFIX.length()).toUpperCase(Locale.ROOT)));
  }
}
