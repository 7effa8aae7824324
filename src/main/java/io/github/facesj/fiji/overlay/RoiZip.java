package io.github.facesj.fiji.overlay;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Faces as a file of ImageJ's ROI Manager: for each a rectangle called such as {@code face-1 Ada}
 * and a multi-point of its points. People have groups of their own, in the order of their names;
 * several pictures have positions one after the other, as when they are opened as a stack.
 *
 * <p>It keeps boxes and points as 32-bit floats, scores, names, and whose photo they are; sizes of
 * photos and photos without a face are lost. Of other files of the ROI Manager the rectangles are
 * faces, their names people, and positions slices.
 */
public final class RoiZip implements FaceFormat {

  private static final String COMMENT = "Faces, by FacesJ";

  /** The comment is the last of a zip file; ImageJ's own have none. */
  private static final FileKind KIND =
      FileKind.marked(
          "a file of ROIs",
          file -> {
            byte[] comment = COMMENT.getBytes(StandardCharsets.US_ASCII);
            file.position(Math.max(0, file.size() - comment.length));
            return Arrays.equals(FileContent.head(file, comment.length), comment);
          });

  private static final String PHOTO_KEY = "facesj-photo";
  private static final String SLICE_KEY = "facesj-slice";

  /** ImageJ's groups go from 1 to 255; 0 is none. */
  private static final int GROUPS = 255;

  /** 106 points take some 1,500 bytes. */
  private static final int LARGEST_ROI = 1 << 20;

  /** A hundred thousand faces with points of two kinds. */
  private static final int MOST_ROIS = 300_000;

  /** Where a picture is. */
  private record Picture(String photo, int slice) {}

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<String> people =
        List.copyOf(
            new TreeSet<>(
                photos.stream().flatMap(p -> p.faces().stream()).map(NamedFace::name).toList()));
    List<String> named = people.stream().filter(n -> !n.isEmpty()).toList();
    guard.create(target, KIND).write(out -> write(photos, named, out));
    return List.of();
  }

  private static void write(List<PhotoFaces> photos, List<String> people, OutputStream out)
      throws IOException {
    boolean oneStack = photos.stream().map(PhotoFaces::photo).distinct().count() == 1;
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setComment(COMMENT);
    int entry = 0;
    for (int i = 0; i < photos.size(); i++) {
      PhotoFaces photo = photos.get(i);
      int position = oneStack ? photo.slice() : i + 1;
      for (int k = 0; k < photo.faces().size(); k++) {
        NamedFace face = photo.faces().get(k);
        for (Roi roi : RoiFaces.of(face, k + 1)) {
          bind(roi, photos.size() == 1 && photo.slice() == 1 ? 0 : position);
          roi.setGroup(Math.min(GROUPS, people.indexOf(face.name()) + 1));
          roi.setProperty(PHOTO_KEY, RoiFaces.encoded(photo.photo()));
          roi.setProperty(SLICE_KEY, Integer.toString(photo.slice()));
          ZipEntry next = new ZipEntry(String.format(Locale.ROOT, "%06d.roi", ++entry));
          next.setTime(0); // the same faces are the same file
          zip.putNextEntry(next);
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          new RoiEncoder(bytes).write(roi);
          bytes.writeTo(zip);
          zip.closeEntry();
        }
      }
    }
    zip.finish();
  }

  /** ImageJ 1.54p reads positions of points only where each point has its own. */
  private static void bind(Roi roi, int position) {
    if (roi instanceof PointRoi points && position > 0) {
      int[] each = new int[points.size()];
      Arrays.fill(each, position << 8); // counter 0 in the lowest byte, see PointRoi.setCounters
      points.setCounters(each);
    } else {
      roi.setPosition(position);
    }
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    String zipName = PathText.name(source).replaceFirst("[.]zip$", "");
    Map<Picture, List<Roi>> pictures = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(source))) {
      int count = 0;
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        byte[] bytes = zip.readNBytes(LARGEST_ROI + 1);
        if (bytes.length > LARGEST_ROI || ++count > MOST_ROIS) {
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "it has more than %d entries, or one of more than %d bytes",
                  MOST_ROIS,
                  LARGEST_ROI));
        }
        try {
          decoded(bytes)
              .ifPresent(
                  roi ->
                      pictures
                          .computeIfAbsent(picture(roi, zipName), p -> new ArrayList<>())
                          .add(roi));
        } catch (IOException | RuntimeException broken) {
          // The decoder meets damage with whatever exception the damage leads it into.
          problems.add(
              new Problem(
                  e.getName(),
                  String.format(Locale.ROOT, "This ROI is damaged (%s).", Reason.of(broken))));
        }
      }
      if (count == 0) {
        throw new IOException("it is no zip file, or an empty one");
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The ROIs %s cannot be read: %s. Choose a .zip that the ROI Manager saved.",
              source,
              Reason.of(e)),
          e);
    }
    List<PhotoFaces> photos = new ArrayList<>();
    pictures.forEach(
        (at, rois) -> {
          List<NamedFace> faces = RoiFaces.faces(rois);
          if (!faces.isEmpty()) {
            photos.add(
                new PhotoFaces(
                    at.photo, at.slice, Optional.empty(), faces, PhotoFaces.ELSEWHERE, ""));
          }
        });
    return new ReadFaces(photos, problems);
  }

  private static Optional<Roi> decoded(byte[] bytes) throws IOException {
    return RoiBytes.isOfFace(bytes)
        ? Optional.of(new RoiDecoder(bytes, null).getRoi())
        : Optional.empty();
  }

  private static Picture picture(Roi roi, String zipName) {
    String photo = roi.getProperty(PHOTO_KEY);
    String slice = roi.getProperty(SLICE_KEY);
    if (photo == null || slice == null || !slice.strip().matches("[1-9]\\d{0,8}")) {
      int position = roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
      return new Picture(zipName, Math.max(1, position));
    }
    return new Picture(RoiFaces.decoded(photo.strip()), Integer.parseInt(slice.strip()));
  }
}
