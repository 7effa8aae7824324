package io.github.facesj.fuzz;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.PhotoSizes;
import io.github.facesj.exchange.xmp.XmpRegions;
import io.github.facesj.face.Box;
import io.github.facesj.face.Embedding;
import io.github.facesj.face.Face;
import io.github.facesj.face.LandmarkScheme;
import io.github.facesj.face.Landmarks;
import io.github.facesj.fiji.ExchangeFormat;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.WrittenPhotos;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import io.github.facesj.run.Provenance;
import io.github.facesj.table.FaceSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Good files in every format, written by FacesJ's own writers. */
final class SampleFaces {

  private static final float[] VECTOR = {0.6f, 0.8f, 0, 0};

  private SampleFaces() {}

  private static List<PhotoFaces> photos() {
    Provenance run = new Provenance("e+sum", "ab", "score=0.5");
    PhotoFrame frame = new PhotoFrame(96, 120, Orientation.UPRIGHT);
    return List.of(
        new PhotoFaces("a.jpg", 1, Optional.of(frame), List.of(face("Ada", 10)), run, ""),
        new PhotoFaces(
            "b.jpg", 1, Optional.of(frame), List.of(face("Zo\u00eb \"X\"", 20)), run, ""));
  }

  private static NamedFace face(String name, double at) {
    double[] xy =
        IntStream.range(0, 2 * 68).mapToDouble(i -> at + (i % 2 == 0 ? i : i * 0.37)).toArray();
    return new NamedFace(
        new Face(
            new Box(at, at + 0.5, 30, 40.25),
            0.875,
            Optional.empty(),
            Optional.of(Landmarks.of(LandmarkScheme.IBUG68, xy)),
            Optional.of(Embedding.ofUnit("e+sum", VECTOR))),
        name);
  }

  /** What the format is written to. */
  static String target(ExchangeFormat kind) {
    return switch (kind) {
      case PTS, WIDER, VOC, XMP -> "folder";
      case ROIS -> "faces.zip";
      case WIDERTRUTH -> "faces.txt";
      case COCO -> "faces.json";
      case EMBEDDINGS -> "faces.npy";
      default -> "faces.csv";
    };
  }

  /** Writes the faces; of folders only those of one photo. */
  static void write(FaceFormat format, ExchangeFormat kind, Path target) throws FacesException {
    boolean folder = target(kind).equals("folder");
    format.write(folder ? photos().subList(0, 1) : photos(), target);
  }

  /** The file that is to be broken. */
  static Path file(ExchangeFormat kind, Path target) {
    return switch (kind) {
      case PTS -> target.resolve("a.pts");
      case WIDER -> target.resolve("a.txt");
      case VOC -> target.resolve("a.xml");
      case XMP -> target.resolve("a.jpg.xmp");
      default -> target;
    };
  }

  /** What must lie beside the file. */
  static Map<String, byte[]> beside(ExchangeFormat kind, Path target) throws IOException {
    return switch (kind) {
      case XMP -> Map.of("a.jpg", WrittenPhotos.all().get("baseline.jpg"));
      case EMBEDDINGS ->
          Map.of("faces.csv", Files.readAllBytes(target.resolveSibling("faces.csv")));
      default -> Map.of();
    };
  }

  /** A photo with regions inside. */
  static byte[] jpegWithXmp(Path folder) throws IOException, FacesException {
    Path photos = Files.createDirectories(folder.resolve("seeds-embedded"));
    Files.write(photos.resolve("a.jpg"), WrittenPhotos.all().get("baseline.jpg"));
    Path copies = photos.resolve("copies");
    Files.deleteIfExists(copies.resolve("a.jpg"));
    List<PhotoFaces> sized =
        PhotoSizes.complete(photos().subList(0, 1), Optional.of(photos), Progress.SILENT).photos();
    new XmpRegions(Optional.of(photos), true).write(sized, copies);
    return Files.readAllBytes(copies.resolve("a.jpg"));
  }

  /** The table of a detection. */
  static Path faceCsv(Path folder) throws FacesException {
    Path file = folder.resolve("seeds-facecsv.csv");
    FaceSchema.table(photos().stream().flatMap(p -> p.rows().stream()).toList()).write(file);
    return file;
  }

  static Path gallery(Path folder) throws FacesException {
    Path file = folder.resolve("seeds-gallery.csv");
    Gallery gallery =
        Gallery.empty("e+sum", "ab")
            .with(new Enrolled("Ada", "a.jpg", Embedding.ofUnit("e+sum", VECTOR)))
            .with(new Enrolled("Bo, \"B\"", "b.jpg", Embedding.ofUnit("e+sum", VECTOR)));
    GalleryFile.write(gallery, file);
    return file;
  }

  /** As {@code pickle.dump(([jpeg, jpeg], [True]), f, protocol=4)} writes it. */
  static byte[] bin() {
    byte[] jpeg = WrittenPhotos.all().get("grey.jpg");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("8004" + "95" + "0000000000000000" + "5d94" + "28"));
    for (int i = 0; i < 2; i++) {
      out.write('B');
      for (int b = 0; b < 4; b++) {
        out.write(jpeg.length >> (8 * b));
      }
      out.writeBytes(jpeg);
      out.write(0x94);
    }
    out.writeBytes(HexFormat.of().parseHex("65" + "5d94" + "88" + "61" + "86" + "94" + "2e"));
    return out.toByteArray();
  }
}
