package io.github.facesj.analysis;

import io.github.facesj.api.PublicApi;

/**
 * Which models look at faces, by their ids in the catalogue.
 *
 * @param detector finds faces
 * @param landmarks puts points on them
 * @param embedder turns them into vectors
 */
@PublicApi
public record FaceModels(String detector, String landmarks, String embedder) {

  /** The three that ship with FacesJ. */
  public static final FaceModels SHIPPED =
      new FaceModels("facesj-detector", "facesj-landmarks68", "facesj-embedder");

  public FaceModels withDetector(String id) {
    return new FaceModels(id, landmarks, embedder);
  }

  public FaceModels withLandmarks(String id) {
    return new FaceModels(detector, id, embedder);
  }

  public FaceModels withEmbedder(String id) {
    return new FaceModels(detector, landmarks, id);
  }
}
