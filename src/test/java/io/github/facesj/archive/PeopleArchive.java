package io.github.facesj.archive;

import io.github.facesj.face.Box;
import io.github.facesj.run.FacesException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Archives for tests whose faces have vectors like those of real people: photos with two people
 * each, one corner of a space of many dimensions for each person, and noise around it.
 */
public final class PeopleArchive {

  private final Random random;
  private final ArchiveSettings settings;
  private final List<float[]> people = new ArrayList<>();
  private int photos;

  private PeopleArchive(ArchiveSettings settings, long seed) {
    this.settings = settings;
    this.random = new Random(seed);
  }

  public static ArchiveSettings settings(String embedder, String sha256, int dimension) {
    return new ArchiveSettings("d", "d1", embedder, sha256, "score=0.5", dimension);
  }

  /** Photos to come; none is in an archive yet. */
  public static PeopleArchive of(ArchiveSettings settings, int people, long seed) {
    PeopleArchive made = new PeopleArchive(settings, seed);
    for (int i = 0; i < people; i++) {
      made.people.add(made.direction(new float[settings.dimension()], 1));
    }
    return made;
  }

  private float[] direction(float[] centre, double noise) {
    float[] vector = centre.clone();
    double length = 0;
    for (int d = 0; d < vector.length; d++) {
      vector[d] += (float) (noise * random.nextGaussian() / Math.sqrt(vector.length));
      length += vector[d] * vector[d];
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  /**
   * Adds photos, each of two people, all people in turn.
   *
   * @return the person of each new face, in the order of the faces
   */
  public List<Integer> add(Archive archive, int count) throws FacesException {
    List<Integer> who = new ArrayList<>();
    archive.transaction(
        () -> {
          for (int i = 0; i < count; i++) {
            int first = photos % people.size();
            int second = (photos + 1 + photos / people.size()) % people.size();
            long photo = archive.photoTable().add(photo(photos++));
            who.add(first);
            archive.faceTable().add(photo, face(1, first, 0.9));
            if (second != first) {
              who.add(second);
              archive.faceTable().add(photo, face(2, second, 0.2));
            }
          }
          return null;
        });
    return who;
  }

  private static NewPhoto photo(int number) {
    String path = String.format(Locale.ROOT, "/photos/%d/%04d.jpg", number % 3, number);
    return new NewPhoto(path, 1, 1, "", Optional.empty(), 1, Optional.empty());
  }

  private NewFace face(int number, int person, double quality) {
    return new NewFace(
        0,
        number,
        new Box(50 * number, 10, 20, 20),
        0.9,
        quality,
        Optional.empty(),
        direction(people.get(person), 0.6),
        jpeg(person),
        false);
  }

  private static byte[] jpeg(int grey) {
    BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      image.setRGB(i % 16, i / 16, 0x010101 * (grey * 20 % 256));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The archive, new. */
  public Archive create(Path file) throws FacesException {
    return Archive.create(file, settings);
  }
}
