package io.github.facesj.embed;

import io.github.facesj.align.Alignment;
import io.github.facesj.align.SquareCrop;
import io.github.facesj.align.Template;
import io.github.facesj.model.InputSpec;
import io.github.facesj.model.Settings;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/** Reads from a card how its crops are made. */
final class Alignments {

  private Alignments() {}

  /**
   * The setting {@code template}: {@code arcface-112}, {@code sphereface-112x96}, or {@code square}
   * with {@code side} and {@code margin}; brought to the size of the input where that differs.
   */
  static Alignment read(Settings settings, InputSpec input) throws FacesException {
    String name = settings.text("template");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "arcface-112" -> sized(Template.ARCFACE, input);
      case "sphereface-112x96" -> sized(Template.SPHEREFACE, input);
      case "square" -> square(settings, input);
      default -> throw settings.wrong("template", "arcface-112, sphereface-112x96 or square", name);
    };
  }

  private static Alignment sized(Template template, InputSpec input) {
    return template.width() == input.width() && template.height() == input.height()
        ? template
        : template.scaled(input.width(), input.height());
  }

  private static Alignment square(Settings settings, InputSpec input) throws FacesException {
    if (input.width() != input.height()) {
      throw settings.wrong("template", "one that is not square, as the input is not", "square");
    }
    return new SquareCrop(
        input.width(),
        settings.choice("side", SquareCrop.FACENET.side()),
        settings.number("margin", SquareCrop.FACENET.margin()));
  }
}
