package io.github.facesj.detect;

import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Resampling;
import io.github.facesj.image.Resizer;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Which share of faces of a given size is found in photos of a given size. Portraits with known
 * boxes are brought to the size and laid on a picture without people, as many as have room, at
 * places that a fixed seed chooses.
 */
final class FaceSizes {

  /** A picture with one face in it. */
  record Portrait(FaceImage picture, Box face) {}

  /**
   * A cell of the table.
   *
   * @param longSide of the photos, whose short side is three quarters of it
   * @param face width of the faces in pixels
   */
  record Cell(int longSide, int face, int faces, int found) {
    double recall() {
      return found / (double) faces;
    }
  }

  /** Room for a face and a little of what is round it, in widths of the face. */
  private static final double ROOM_X = 1.4;

  private static final double ROOM_Y = 1.9;

  private final List<Portrait> portraits;
  private final FaceImage scenery;
  private final Resizer resizer = new Resizer();

  FaceSizes(List<Portrait> portraits) throws FacesException {
    this.portraits = portraits;
    this.scenery = PhotoReader.read(Samples.FOLDER.resolve("variants/noface.jpg"));
  }

  /** The rendered portraits with their exact boxes. */
  static List<Portrait> rendered() throws Exception {
    List<Portrait> all = new ArrayList<>();
    for (Map.Entry<String, List<Box>> photo : Samples.truth().entrySet()) {
      if (photo.getKey().startsWith("portraits")) {
        FaceImage picture = PhotoReader.read(Samples.FOLDER.resolve(photo.getKey()));
        all.add(new Portrait(picture, photo.getValue().get(0)));
      }
    }
    return all;
  }

  /**
   * Searches photos of one size for faces of one size.
   *
   * @param face width of the faces in pixels, less than three quarters of the long side
   * @param count how many faces
   */
  Cell search(FaceSearch search, int longSide, int face, int count) throws FacesException {
    Random random = new Random(31L * longSide + face);
    int w = longSide * 3 / 4;
    int columns = Math.max(1, (int) (w / (ROOM_X * face)));
    int rows = Math.max(1, (int) (longSide / (ROOM_Y * face)));
    int found = 0;
    for (int done = 0; done < count; ) {
      int here = Math.min(count - done, columns * rows);
      int[] photo = background(w, longSide);
      List<Box> truth = new ArrayList<>();
      for (int i = 0; i < here; i++) {
        int slot = (int) ((long) i * columns * rows / here);
        Portrait portrait = portraits.get((done + i) % portraits.size());
        truth.add(lay(portrait, photo, w, face, slot(slot, columns, rows, w, longSide), random));
      }
      List<Face> faces = search.search(FaceImage.of(w, longSide, photo), Progress.SILENT).select();
      for (Box box : truth) {
        found += faces.stream().anyMatch(f -> f.box().iou(box) >= 0.5) ? 1 : 0;
      }
      done += here;
    }
    return new Cell(longSide, face, count, found);
  }

  private static int[] slot(int index, int columns, int rows, int w, int h) {
    int x = index % columns;
    int y = index / columns;
    return new int[] {x * w / columns, y * h / rows, (x + 1) * w / columns, (y + 1) * h / rows};
  }

  private int[] background(int w, int h) {
    int[] rgb =
        resizer.resize(
            scenery.pixels(), scenery.width(), scenery.height(), w, h, Resampling.BILINEAR);
    return Arrays.copyOf(rgb, w * h);
  }

  /** Lays a face somewhere into a slot, with as much of its picture as has room there. */
  private Box lay(Portrait p, int[] photo, int w, int face, int[] slot, Random random) {
    double scale = face / p.face().width();
    double faceHeight = p.face().height() * scale;
    double roomX = Math.max(0, slot[2] - slot[0] - face);
    double roomY = Math.max(0, slot[3] - slot[1] - faceHeight);
    int left = (int) (slot[0] + roomX * random.nextDouble() - p.face().x() * scale);
    int top = (int) (slot[1] + roomY * random.nextDouble() - p.face().y() * scale);
    int pw = (int) Math.rint(p.picture().width() * scale);
    int ph = (int) Math.rint(p.picture().height() * scale);
    Resampling how = scale < 1 ? Resampling.AREA : Resampling.BILINEAR;
    FaceImage picture = p.picture();
    int[] patch = resizer.resize(picture.pixels(), picture.width(), picture.height(), pw, ph, how);
    for (int y = Math.max(0, slot[1] - top); y < Math.min(ph, slot[3] - top); y++) {
      int from = Math.max(0, slot[0] - left);
      int to = Math.min(pw, slot[2] - left);
      if (from < to) {
        System.arraycopy(patch, y * pw + from, photo, (top + y) * w + left + from, to - from);
      }
    }
    return new Box(left + p.face().x() * scale, top + p.face().y() * scale, face, faceHeight);
  }
}
