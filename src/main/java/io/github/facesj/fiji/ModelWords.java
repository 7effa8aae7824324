package io.github.facesj.fiji;

import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ReportedMetric;
import io.github.facesj.model.Task;
import java.util.List;
import java.util.Locale;

/** Models in words and columns, the same in the window and in the table a macro gets. */
public final class ModelWords {

  /** Headings of {@link #row}. */
  public static final List<String> COLUMNS =
      List.of("model", "task", "state", "size", "licence", "accuracy", "name");

  private ModelWords() {}

  /** One model in the order of {@link #COLUMNS}. */
  public static List<String> row(ModelState state) {
    ModelCard card = state.card();
    return List.of(
        card.id(),
        task(card.task()),
        state(state),
        String.format(Locale.ROOT, "%.1f MB", card.size() / 1e6),
        license(card.license()),
        card.accuracy().isEmpty() ? "" : figure(card.accuracy().get(0)),
        card.name());
  }

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
