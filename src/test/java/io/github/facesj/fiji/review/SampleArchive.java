package io.github.facesj.fiji.review;

import com.opencsv.CSVReaderHeaderAware;
import io.github.facesj.Sample;
import io.github.facesj.align.SquareCrop;
import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchiveSettings;
import io.github.facesj.archive.ArchiveSetup;
import io.github.facesj.archive.NewFace;
import io.github.facesj.archive.NewPhoto;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Pyramid;
import io.github.facesj.image.Sampling;
import io.github.facesj.photo.PhotoReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Archives of the sample images whose faces are where the truth has them and whose vectors are made
 * up, so that no network is needed: those of one person point about the same way.
 */
final class SampleArchive {

  private static final int DIMENSION = 128;
  private static final SquareCrop THUMBNAIL = new SquareCrop(112, SquareCrop.Side.LONGER, 0.35);

  /** A face of the sample images. */
  record Portrait(String photo, String person, Box box, byte[] jpeg) {}

  private SampleArchive() {}

  /** All faces of the sample images with their thumbnails, read once. */
  private static final class Portraits {
    static final List<Portrait> ALL;

    static {
      try {
        ALL = read();
      } catch (Exception e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  private static List<Portrait> read() throws Exception {
    List<Portrait> all = new ArrayList<>();
    Map<String, FaceImage> photos = new HashMap<>();
    try (CSVReaderHeaderAware csv =
        new CSVReaderHeaderAware(Files.newBufferedReader(Sample.path("faces.csv")))) {
      for (Map<String, String> row = csv.readMap(); row != null; row = csv.readMap()) {
        Box box =
            new Box(
                Double.parseDouble(row.get("x")),
                Double.parseDouble(row.get("y")),
                Double.parseDouble(row.get("width")),
                Double.parseDouble(row.get("height")));
        String path = row.get("image");
        if (!photos.containsKey(path)) {
          photos.put(path, PhotoReader.read(Sample.path(path)));
        }
        FaceImage photo = photos.get(path);
        all.add(new Portrait(path, row.get("identity"), box, thumbnail(photo, box)));
      }
    }
    return all;
  }

  private static byte[] thumbnail(FaceImage photo, Box box) throws Exception {
    FaceImage crop = THUMBNAIL.crop(Pyramid.of(photo), Face.of(box, 1), Sampling.ANTIALIASED);
    BufferedImage image =
        new BufferedImage(crop.width(), crop.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, crop.width(), crop.height(), crop.pixels(), 0, crop.width());
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", jpeg);
    return jpeg.toByteArray();
  }

  /**
   * One photo for each portrait of a person, in clusters 1 (three of Ada), 2 (the other two), 3
   * (Bo), 4 (Chidi) and so on; and the group photos, whose faces are alone.
   */
  static Archive small(Path file) throws Exception {
    Archive archive = create(file);
    List<String> people = new ArrayList<>(List.of("ada", "ada's other"));
    Random random = new Random(1);
    Map<String, Long> photos = new HashMap<>();
    for (Portrait portrait : Portraits.ALL) {
      if (portrait.photo().startsWith("variants")) {
        continue;
      }
      if (!people.contains(portrait.person())) {
        people.add(portrait.person());
      }
      Long photo = photos.get(portrait.photo());
      if (photo == null) {
        String taken = String.format(Locale.ROOT, "%d-05-17T10:00:00", 1998 + photos.size() % 5);
        photo = archive.photoTable().add(photo(Sample.path(portrait.photo()), taken));
        photos.put(portrait.photo(), photo);
      }
      int number = archive.faceTable().of(photo).size() + 1;
      float[] vector = vector(portrait.person().hashCode(), random, 0.6);
      long face = archive.faceTable().add(photo, face(portrait, number, vector, random));
      if (portrait.photo().startsWith("portraits")) {
        boolean late = portrait.photo().matches(".*ada_[45].jpg");
        int cluster = late ? 2 : 1 + people.indexOf(portrait.person());
        ArchiveSetup.addClustersTo(archive, cluster);
        ArchiveSetup.place(archive, cluster, face);
      }
    }
    return archive;
  }

  /** Many faces, one on each photo, in clusters whose sizes follow Zipf's law. */
  static Archive many(Path file, int faces) throws Exception {
    Archive archive = create(file);
    List<Portrait> portraits = Portraits.ALL;
    Random random = new Random(1);
    archive.transaction(
        () -> {
          int cluster = 0;
          int left = 0;
          for (int i = 0; i < faces; i++) {
            if (left == 0) {
              cluster++;
              ArchiveSetup.addCluster(archive);
              left = Math.max(2, faces / (12 * cluster));
            }
            left--;
            Path path = Path.of("photos", "folder " + i / 1000, i + ".jpg").toAbsolutePath();
            String taken =
                String.format(Locale.ROOT, "%d-%02d-01T10:00:00", 1950 + i % 70, 1 + i % 12);
            long photo = archive.photoTable().add(photo(path, taken));
            Portrait portrait = portraits.get((cluster * 7 + i) % portraits.size());
            float[] vector = vector(cluster, random, 0.8);
            long face = archive.faceTable().add(photo, face(portrait, 1, vector, random));
            ArchiveSetup.place(archive, cluster, face);
          }
          return null;
        });
    return archive;
  }

  private static Archive create(Path file) throws Exception {
    return Archive.create(
        file, new ArchiveSettings("facesj-detector", "", "facesj-embedder+sum", "", "", DIMENSION));
  }

  private static NewPhoto photo(Path path, String taken) {
    return new NewPhoto(
        path.toAbsolutePath().toString().replace('\\', '/'),
        1,
        1,
        "",
        Optional.of(taken),
        1,
        Optional.empty());
  }

  private static NewFace face(Portrait portrait, int number, float[] vector, Random random) {
    return new NewFace(
        0,
        number,
        portrait.box(),
        0.9,
        random.nextDouble(),
        Optional.empty(),
        vector,
        portrait.jpeg(),
        false);
  }

  private static float[] vector(int person, Random noise, double much) {
    Random direction = new Random(person);
    double[] values = new double[DIMENSION];
    double squares = 0;
    for (int i = 0; i < DIMENSION; i++) {
      values[i] = direction.nextGaussian() + much * noise.nextGaussian();
      squares += values[i] * values[i];
    }
    float[] unit = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      unit[i] = (float) (values[i] / Math.sqrt(squares));
    }
    return unit;
  }
}
