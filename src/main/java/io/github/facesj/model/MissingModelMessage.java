package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What to tell the user when a file of a model is not there. */
final class MissingModelMessage {

  private MissingModelMessage() {}

  /**
   * @param folder the models folder
   * @param place where a download would put the file
   */
  static FacesException sentence(ModelCard card, ModelFile file, Path folder, Path place) {
    String name = String.format(Locale.ROOT, "%s (%s)", card.name(), card.id());
    String content = String.format(Locale.ROOT, "%d bytes, SHA-256 %s", file.size(), file.sha256());
    if (Files.exists(place)) {
      return new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s of the model %s is damaged: its content is not %s. %s.",
              place,
              name,
              content,
              file.isPublic()
                  ? "Download it again with Plugins > FacesJ > Models..."
                  : "Replace it, or correct the card"));
    }
    String way =
        file.isPublic()
            ? "Download it with Plugins > FacesJ > Models..., or, on a machine without network, put"
            : "It has no public address. Put";
    String other =
        Files.exists(folder.resolve(file.name()))
            ? " The file of that name that lies there has another content."
            : "";
    return new FacesException(
        String.format(
            Locale.ROOT,
            "The model %s is not installed. %s the file %s (%s) into the folder %s.%s",
            name,
            way,
            file.name(),
            content,
            folder,
            other));
  }
}
