package io.github.facesj.collection;

import io.github.facesj.align.SquareCrop;
import io.github.facesj.analysis.Recognizer;
import io.github.facesj.archive.NewFace;
import io.github.facesj.embed.FaceQuality;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.face.Landmarks;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.photo.JpegWriter;
import io.github.facesj.run.CancelCheck;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of an archive from a picture. For one thread at a time. */
public final class FaceIntake {

  /** A third around the box shows hair and chin, and still the face more than the scene. */
  private static final SquareCrop THUMBNAIL = new SquareCrop(112, SquareCrop.Side.LONGER, 0.35);

  private static final float JPEG_QUALITY = 0.8f;

  /** Two boxes of one face, see {@link #found}. */
  private static final double SAME_FACE = 0.35;

  private final Recognizer recognizer;

  public FaceIntake(Recognizer recognizer) {
    this.recognizer = recognizer;
  }

  /** What finds and embeds the faces. */
  Recognizer recognizer() {
    return recognizer;
  }

  /**
   * The faces of a picture, best score first, then those that a person drew. Where the detector now
   * finds a face that a person drew, the person's box stays.
   *
   * @param image upright
   * @param page 0-based picture of a stack
   * @param drawn boxes that a person drew on this picture before; those outside it are left out
   * @param stop asked whether to go on
   * @throws FacesException if a network fails, or the work was stopped
   */
  List<NewFace> found(FaceImage image, int page, List<Box> drawn, Progress stop)
      throws FacesException {
    Box whole = new Box(0, 0, image.width(), image.height());
    List<Box> inside = drawn.stream().filter(box -> box.intersection(whole) > 0).toList();
    Pyramid photo = Pyramid.of(image);
    List<Face> faces =
        new ArrayList<>(
            recognizer.recognize(photo, stop).stream()
                .filter(f -> inside.stream().noneMatch(box -> box.iou(f.box()) >= SAME_FACE))
                .toList());
    int detected = faces.size();
    faces.addAll(embed(photo, inside, stop));
    return rows(photo, page, 1, faces, detected, stop);
  }

  /**
   * A face whose box a person drew.
   *
   * @param image upright
   * @param page 0-based picture of a stack
   * @param number that no other face of the picture has
   * @param box in pixels of the picture
   * @param stop asked whether to go on
   * @throws FacesException if a network fails, or the work was stopped
   * @throws IllegalArgumentException if the box is empty or outside the picture
   */
  public NewFace drawn(FaceImage image, int page, int number, Box box, Progress stop)
      throws FacesException {
    if (!(box.intersection(new Box(0, 0, image.width(), image.height())) > 0)) {
      throw new IllegalArgumentException(
          "The box of a face must cover a part of the picture. Draw it on the face.");
    }
    Pyramid photo = Pyramid.of(image);
    return rows(photo, page, number, embed(photo, List.of(box), stop), 0, stop).get(0);
  }

  private List<Face> embed(Pyramid photo, List<Box> boxes, Progress stop) throws FacesException {
    return recognizer.embed(photo, boxes.stream().map(box -> Face.of(box, 1)).toList(), stop);
  }

  private List<NewFace> rows(
      Pyramid photo, int page, int first, List<Face> faces, int detected, Progress stop)
      throws FacesException {
    List<Face> pointed = recognizer.pointed(photo, faces, stop);
    List<NewFace> rows = new ArrayList<>();
    for (int i = 0; i < pointed.size(); i++) {
      CancelCheck.require(stop);
      Face face = pointed.get(i);
      FaceImage thumbnail = THUMBNAIL.crop(photo, face, Sampling.ANTIALIASED);
      rows.add(
          new NewFace(
              page,
              first + i,
              face.box(),
              face.score(),
              FaceQuality.of(photo, face).value(),
              face.points().or(() -> face.landmarks().map(Landmarks::toFive)),
              face.embedding().orElseThrow().toArray(),
              JpegWriter.encode(thumbnail, JPEG_QUALITY),
              i >= detected));
    }
    return rows;
  }
}
