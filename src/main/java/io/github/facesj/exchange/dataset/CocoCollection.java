package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.image.Orientation;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problems;
import io.github.facesj.run.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The images and annotations of a COCO file as they come along, in any order. Of an image little
 * more than its name is held, because there may be millions of them.
 */
final class CocoCollection {

  private final Problems problems;
  private final List<PhotoFaces> photos = new ArrayList<>();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Map<Long, List<Found>> faces = new LinkedHashMap<>();
  private final CocoCategories categories = new CocoCategories();
  private boolean ours;
  private int crowds;
  private int masks;
  private int turned;
  private Optional<PhotoFrame> last = Optional.empty();

  /** A face whose category may name the person, once categories are known. */
  private record Found(NamedFace face, Integer category) {}

  /**
   * @param source the file
   */
  CocoCollection(Path source) {
    this.problems = new Problems(PathText.name(source));
  }

  void add(CocoParts.Image image) {
    if (image.id() == null || image.file_name() == null) {
      problems.add(
          String.format(
              Locale.ROOT,
              "Image %s has no id or no file_name.",
              image.id() == null ? "without a number" : image.id()));
      return;
    }
    if (numbers.containsKey(image.id())) {
      problems.add(
          String.format(Locale.ROOT, "There is another image with the number %d.", image.id()));
      return;
    }
    try {
      int slice = image.slice() == null ? 1 : image.slice();
      photos.add(
          new PhotoFaces(
              image.file_name(), slice, frame(image), List.of(), PhotoFaces.ELSEWHERE, ""));
      numbers.put(image.id(), photos.size() - 1);
    } catch (IllegalArgumentException e) {
      problems.add(
          String.format(Locale.ROOT, "Image %d cannot be used: %s.", image.id(), Reason.of(e)));
    }
  }

  /** Most images of a collection have the size of the one before. */
  private Optional<PhotoFrame> frame(CocoParts.Image image) {
    if (image.width() == null || image.height() == null) {
      return Optional.empty();
    }
    PhotoFrame frame = new PhotoFrame(image.width(), image.height(), Orientation.UPRIGHT);
    if (!last.equals(Optional.of(frame))) {
      last = Optional.of(frame);
    }
    return last;
  }

  void add(CocoParts.Category category) {
    categories.add(category);
  }

  /** Says that FacesJ wrote the file. */
  void isOurs() {
    ours = true;
  }

  /** Tells of a part that is not what it should be; the others are read. */
  void bad(String part, int number, Throwable why) {
    problems.add(
        String.format(
            Locale.ROOT, "The %s number %d cannot be used: %s.", part, number, Reason.of(why)));
  }

  void add(CocoParts.Annotation annotation) {
    try {
      if (annotation.iscrowd() != null && annotation.iscrowd() != 0) {
        crowds++;
        return;
      }
      if (CocoBox.isMask(annotation)) {
        masks++;
        return;
      }
      if (annotation.image_id() == null) {
        throw new IllegalArgumentException("it does not say of which image it is");
      }
      faces
          .computeIfAbsent(annotation.image_id(), i -> new ArrayList<>())
          .add(new Found(CocoFace.face(annotation), annotation.category_id()));
      turned += CocoBox.isTurned(annotation) ? 1 : 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      problems.add(
          String.format(
              Locale.ROOT,
              "Annotation %s cannot be used: %s.",
              annotation.id() == null ? "without a number" : annotation.id(),
              Reason.of(e)));
    }
  }

  /** All images with their faces, in the order of the file. */
  ReadFaces read(Path source) throws FacesException {
    faces.forEach(
        (image, here) -> {
          Integer number = numbers.get(image);
          if (number == null) {
            problems.add(
                String.format(
                    Locale.ROOT,
                    "There is no image with the number %d, of which %d faces are.",
                    image,
                    here.size()));
          } else {
            photos.set(
                number, photos.get(number).withFaces(here.stream().map(this::named).toList()));
          }
        });
    categories.tell(problems);
    tell(crowds, "Left out: ", " of a crowd, not of one face.");
    tell(masks, "Left out: ", " with a mask (RLE) only, and no box.");
    tell(turned, "Turned boxes: ", " (rotation), of which the upright boxes round them were read.");
    if (!ours) {
      photos.replaceAll(CocoCollection::withSlashes);
    }
    return ReadFaces.of(source, photos, problems);
  }

  private NamedFace named(Found found) {
    return found.face().name().isEmpty()
        ? new NamedFace(found.face().face(), categories.person(found.category()))
        : found.face();
  }

  private void tell(int annotations, String before, String after) {
    if (annotations > 0) {
      problems.add(before + annotations + after);
    }
  }

  /** Label Studio on Windows writes {@code images\\1/x.jpg}. */
  private static PhotoFaces withSlashes(PhotoFaces photo) {
    return photo.photo().indexOf('\\') < 0
        ? photo
        : new PhotoFaces(
            photo.photo().replace('\\', '/'),
            photo.slice(),
            photo.frame(),
            photo.faces(),
            photo.run(),
            photo.problem());
  }
}
