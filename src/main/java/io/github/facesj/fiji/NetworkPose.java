package io.github.facesj.fiji;

import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.ImagePlusPixels;
import io.github.facesj.fiji.image.PlaneFaces;
import io.github.facesj.image.FaceImage;
import io.github.facesj.landmark.HeadPose;
import io.github.facesj.landmark.PoseNetwork;
import io.github.facesj.run.FacesException;
import io.github.facesj.table.CsvTable;
import java.util.ArrayList;
import java.util.List;

/** Head poses by a network of their own, in place of those that are fitted to the landmarks. */
public final class NetworkPose {

  private final PoseNetwork network;

  public NetworkPose(PoseNetwork network) {
    this.network = network;
  }

  /**
   * The same table with the network's angles. {@code residual} becomes empty, because nothing was
   * fitted.
   *
   * @param table of landmarks, made from these faces
   * @throws FacesException if the network fails
   */
  public CsvTable in(CsvTable table, ImageFaces found) throws FacesException {
    int yaw = table.headings().indexOf("yaw");
    List<List<String>> rows = new ArrayList<>();
    for (PlaneFaces plane : found.planes()) {
      FaceImage photo = ImagePlusPixels.of(found.image(), plane.plane());
      for (Face face : plane.faces()) {
        HeadPose pose = network.of(photo, face.box());
        List<String> row = new ArrayList<>(table.rows().get(rows.size()));
        row.set(yaw, Double.toString(pose.yaw()));
        row.set(yaw + 1, Double.toString(pose.pitch()));
        row.set(yaw + 2, Double.toString(pose.roll()));
        row.set(yaw + 3, "");
        rows.add(row);
      }
      if (plane.faces().isEmpty()) {
        rows.add(table.rows().get(rows.size()));
      }
    }
    return new CsvTable(table.headings(), rows);
  }
}
