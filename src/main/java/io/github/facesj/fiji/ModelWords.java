package io.github.facesj.fiji;

import io.github.facesj.model.ModelState;
import io.github.facesj.model.ReportedMetric;
import io.github.facesj.model.Task;
import io.github.facesj.table.Column;
import io.github.facesj.table.Columns;
import io.github.facesj.table.Schema;
import java.util.Locale;

/** Models in words and columns, the same in the window and in the table a macro gets. */
public final class ModelWords {

  /** One row for each model. */
  public static final Schema<ModelState> SCHEMA =
      Schema.of(
          Columns.MODEL.of(state -> state.card().id()),
          Column.text("task", "what the model does").of(state -> task(state.card().task())),
          Column.text("state", "whether its files are here").of(ModelWords::state),
          Column.text("size", "of its files, in megabytes")
              .of(state -> String.format(Locale.ROOT, "%.1f MB", state.card().size() / 1e6)),
          Column.text("licence", "SPDX identifier, or plain words")
              .of(state -> license(state.card().license())),
          Column.text("accuracy", "as the card has it: figure, measure, data")
              .of(
                  state ->
                      state.card().accuracy().stream()
                          .findFirst()
                          .map(ModelWords::figure)
                          .orElse("")),
          Column.text("name", "of the model, for people").of(state -> state.card().name()));

  private ModelWords() {}

  /** The SPDX identifier, or plain words where there is none. */
  private static String license(String spdx) {
    return switch (spdx) {
      case "NOASSERTION" -> "not stated";
      case "LicenseRef-FacesJ-Research" -> "research use";
      default -> spdx;
    };
  }

  /** {@code 89.2: AP at IoU 0.5, %, WIDER FACE val, easy}. */
  public static String figure(ReportedMetric f) {
    return String.format(Locale.ROOT, "%s: %s, %s", number(f.value()), f.measure(), f.data());
  }

  /** {@code YuNet n (yunet): installed.} */
  public static String sentence(ModelState state) {
    return String.format(
        Locale.ROOT, "%s (%s): %s.", state.card().name(), state.card().id(), state(state));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String task(Task task) {
    return switch (task) {
      case DETECTION -> "detection";
      case LANDMARKS -> "landmarks";
      case EMBEDDING -> "embedding";
      case POSE -> "head pose";
      case ATTRIBUTE -> "attribute";
      case QUALITY -> "quality";
    };
  }

  private static String state(ModelState state) {
    return switch (state.status()) {
      case EMBEDDED -> "built in";
      case INSTALLED -> "installed";
      case MISSING -> "not installed";
      case DAMAGED -> "damaged";
    };
  }
}
