package io.github.facesj.fiji.overlay;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the faces of an open image are, for those who take them from there. */
public enum ImageSource {
  /** Rectangles in the overlay, with their points. */
  OVERLAY,
  /** Rectangles in the ROI Manager, with their points. */
  MANAGER,
  /** Rows of the Results table, also those of other images. */
  RESULTS;

  /**
   * The faces, one entry for each picture of a stack.
   *
   * @throws IllegalArgumentException if there is none, with what to do
   * @throws FacesException if the table makes no sense
   */
  public List<PhotoFaces> faces(ImagePlus image) throws FacesException {
    List<PhotoFaces> faces = this == RESULTS ? ofTable() : ofRois(image);
    if (faces.stream().allMatch(p -> p.faces().isEmpty())) {
      throw new IllegalArgumentException(
          this == RESULTS
              ? "The Results table has no faces. Run Detect Faces first, or name a file with"
                  + " input=[...]."
              : String.format(
                  Locale.ROOT,
                  "The %s has no rectangle for %s. Run Detect Faces first, draw one around each"
                      + " face, or name a file with input=[...].",
                  this == OVERLAY ? "overlay" : "ROI Manager",
                  image.getTitle()));
    }
    return faces;
  }

  /** Whether there is an image; where none is open, SciJava may give an empty one. */
  public static boolean isOpen(ImagePlus image) {
    return image != null && image.getWidth() > 0;
  }

  private List<PhotoFaces> ofRois(ImagePlus image) {
    if (!isOpen(image)) {
      throw new IllegalArgumentException(
          "No image is open. Open one, or name a file with faces: input=[...].");
    }
    FaceSource source = this == OVERLAY ? FaceSource.OVERLAY : FaceSource.MANAGER;
    List<Roi> rois = Arrays.asList(DrawnFaces.rois(image, source));
    PhotoFrame frame = new PhotoFrame(image.getWidth(), image.getHeight(), Orientation.UPRIGHT);
    List<PhotoFaces> photos = new ArrayList<>();
    for (PlanePosition plane : PlanePosition.all(image)) {
      List<NamedFace> here =
          RoiFaces.faces(rois.stream().filter(roi -> DrawnFaces.isOn(roi, plane, image)).toList());
      photos.add(
          new PhotoFaces(
              image.getTitle(),
              plane.stackIndex(image),
              Optional.of(frame),
              here,
              PhotoFaces.ELSEWHERE,
              ""));
    }
    return photos;
  }

  private static List<PhotoFaces> ofTable() throws FacesException {
    ResultsTable results = ResultsTable.getResultsTable();
    if (results.size() == 0) {
      return List.of();
    }
    List<String> headings =
        Arrays.stream(results.getHeadings()).filter(h -> !h.equals("Label")).toList();
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < results.size(); row++) {
      List<String> cells = new ArrayList<>();
      for (String heading : headings) {
        cells.add(cell(results, heading, row));
      }
      rows.add(cells);
    }
    return PeopleCsv.of("Results", headings, rows);
  }

  /** With all digits of numbers, whatever the table shows of them. */
  private static String cell(ResultsTable table, String heading, int row) {
    double value = table.getValue(heading, row);
    if (!Double.isNaN(value)) {
      return Double.toString(value);
    }
    String text = table.getStringValue(heading, row);
    return text == null || text.equals("NaN") ? "" : text;
  }
}
