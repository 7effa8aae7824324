package io.github.facesj.fiji.dialog;

/**
 * Widget styles of parameters that name a model, so that dialogs can list those there are: {@code
 * model:} and the model's task.
 */
public final class ModelStyle {

  public static final String DETECTION = "model:detection";
  public static final String LANDMARKS = "model:landmarks";
  public static final String EMBEDDING = "model:embedding";
  public static final String POSE = "model:pose";
  public static final String ATTRIBUTE = "model:attribute";

  private ModelStyle() {}
}
