package io.github.facesj.fiji;

import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.Mirror;
import io.github.facesj.fiji.parameter.Choice;
import io.github.facesj.model.Task;
import io.github.facesj.run.FacesException;
import java.util.Locale;

/**
 * What embeddings were made with, as {@link FaceEmbedder#id()} writes it.
 *
 * @param model id of the model
 * @param mirror what became of the mirrored face
 */
public record EmbeddingId(String model, Mirror mirror) {

  /**
   * @param id such as {@code facesj-embedder+sum}
   * @throws IllegalArgumentException if there is no such mirror
   */
  public static EmbeddingId of(String id) {
    int plus = id.lastIndexOf('+');
    return plus < 0
        ? new EmbeddingId(id, Mirror.NONE)
        : new EmbeddingId(
            id.substring(0, plus),
            Choice.of(
                "The mirror of the gallery or archive",
                Mirror.class,
                id.substring(plus + 1).toLowerCase(Locale.ROOT)));
  }

  /**
   * @throws FacesException if the model is not installed
   */
  public FaceEmbedder open(FacesService faces) throws FacesException {
    return FaceEmbedder.of(faces.open(model, Task.EMBEDDING), mirror);
  }
}
