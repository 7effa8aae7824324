package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The cards and networks in FacesJ's jar. A jar cannot be listed reliably, so {@code
 * models/index.txt} names them, and a test compares it with the folder.
 */
final class BundledModels {

  private static final String ROOM = "/io/github/facesj/models/";

  private BundledModels() {}

  /** The ids of all cards, in the order in which they are shown. */
  static List<String> ids() throws FacesException {
    return text("index.txt").lines().toList();
  }

  static ModelCard card(String id) throws FacesException {
    return card(id, text(id + "/" + Catalogue.CARD));
  }

  static ModelCard card(String id, String text) throws FacesException {
    String file = "models/" + id + "/" + Catalogue.CARD;
    return CardReader.read(
        id,
        Origin.BUILT_IN,
        file,
        text,
        name -> {
          throw new FacesException(
              String.format(Locale.ROOT, "The card %s must name size and SHA-256.", file));
        });
  }

  private static String text(String name) throws FacesException {
    try (InputStream in = open(name)) {
      if (in == null) {
        throw new FacesException(
            String.format(
                Locale.ROOT,
                "FacesJ is damaged: its jar lacks models/%s. Install it again.",
                name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "FacesJ is damaged: models/%s cannot be read from its jar. Install it again.",
              name),
          e);
    }
  }

  /** A file of the jar's models, or null where the jar has none of that name. */
  static InputStream open(String name) {
    return BundledModels.class.getResourceAsStream(ROOM + name);
  }
}
