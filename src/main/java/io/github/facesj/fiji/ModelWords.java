package io.github.facesj.fiji;

import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.model.Origin;
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

  /**
   * One model of a list, such as {@code MobileFaceNet 112x112, 4 MB, 99.317 on LFW, not here yet}.
   */
  public static String choice(ModelState state) {
    ModelCard card = state.card();
    if (state.status() == ModelStatus.EMBEDDED) {
      return card.name() + ", part of FacesJ";
    }
    StringBuilder words = new StringBuilder(card.name());
    words.append(String.format(Locale.ROOT, ", %s", size(card.size())));
    if (!card.accuracy().isEmpty()) {
      ReportedMetric first = card.accuracy().get(0);
      words.append(", ").append(number(first.value())).append(unit(first.measure()));
      words.append(" on ").append(first.data().split(",")[0]);
    }
    if (card.origin() == Origin.OWN) {
      words.append(", your own");
    }
    if (state.status() == ModelStatus.MISSING) {
      words.append(", not here yet");
    } else if (state.status() == ModelStatus.DAMAGED) {
      words.append(", damaged");
    }
    return words.toString();
  }

  private static String size(long bytes) {
    return bytes < 950_000
        ? String.format(Locale.ROOT, "%.1f MB", Math.max(0.1, bytes / 1e6))
        : String.format(Locale.ROOT, "%d MB", Math.round(bytes / 1e6));
  }

  /** A per cent of accuracy or precision is more where it is better; an error is named. */
  private static String unit(String measure) {
    boolean error = measure.startsWith("NME") || measure.contains("error");
    String per = measure.contains("%") ? " %" : measure.contains("degrees") ? "\u00b0" : "";
    return per + (error || measure.startsWith("MAE") ? " error" : "");
  }

  /** What a download fetches and under which terms, as a question. */
  public static String question(ModelCard card) {
    return String.format(
        Locale.ROOT,
        "%s is not here yet. Download it now?%n%nSize: %,d bytes%nLicence: %s%nTerms: %s%n%n%s",
        card.name(),
        card.size(),
        license(card.license()),
        card.terms(),
        "Each file is checked by its SHA-256. Nothing of yours is sent.");
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
