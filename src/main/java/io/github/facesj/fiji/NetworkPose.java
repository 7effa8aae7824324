package io.github.facesj.fiji;

import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.image.FaceImage;
import io.github.facesj.landmark.HeadPose;
import io.github.facesj.landmark.PoseNetwork;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Head poses by a network of their own, in place of those that are fitted to the landmarks. */
public final class NetworkPose {

  private final PoseNetwork network;

  public NetworkPose(PoseNetwork network) {
    this.network = network;
  }

  /**
   * The poses of faces.
   *
   * @return one for each row of their table: empty for a picture without a face
   * @throws FacesException if the network fails
   */
  public List<Optional<HeadPose>> of(ImageFaces found) throws FacesException {
    List<Optional<HeadPose>> poses = new ArrayList<>();
    for (PlaneFaces plane : found.planes()) {
      FaceImage photo = ImagePlusPixels.of(found.image(), plane.plane());
      for (Face face : plane.faces()) {
        poses.add(Optional.of(network.of(photo, face.box())));
      }
      if (plane.faces().isEmpty()) {
        poses.add(Optional.empty());
      }
    }
    return poses;
  }
}
