package io.github.facesj.fuzz;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.SmallArchive;
import io.github.facesj.evaluation.PairFiles;
import io.github.facesj.evaluation.TruthTable;
import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.EmbeddedXmp;
import io.github.facesj.fiji.ExchangeFormat;
import io.github.facesj.gallery.GalleryFile;
import io.github.facesj.model.CardText;
import io.github.facesj.photo.JpegReader;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.photo.WrittenPhotos;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every parser of FacesJ, with good files to begin with. */
final class FuzzTargets {

  private static final String[] PICTURES = {"jpg", "png", "gif", "bmp", "tif", "ppm", "webp"};

  private FuzzTargets() {}

  /**
   * @param folder where good files are written
   */
  static List<FuzzTarget> all(Path folder) {
    try {
      List<FuzzTarget> all = new ArrayList<>();
      Map<String, byte[]> photos = WrittenPhotos.all();
      for (String ending : PICTURES) {
        List<byte[]> seeds =
            photos.entrySet().stream()
                .filter(p -> p.getKey().endsWith("." + ending))
                .map(Map.Entry::getValue)
                .toList();
        all.add(
            new FuzzTarget(ending, true, seeds, "photo." + ending, Map.of(), FuzzTargets::photo));
      }
      all.add(thumbnail(photos));
      formats(folder, all);
      tables(folder, all);
      return all;
    } catch (IOException | FacesException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static FuzzTarget.Read photo(Path file) throws FacesException {
    int pages = PhotoReader.pages(file);
    PhotoReader.frame(file, 0);
    PhotoReader.taken(file);
    PhotoReader.read(file, pages - 1);
    return FuzzTarget.Read.of(1);
  }

  private static FuzzTarget thumbnail(Map<String, byte[]> photos) {
    return FuzzTarget.of(
        "thumbnail",
        List.of(photos.get("baseline.jpg"), photos.get("grey.jpg")),
        "face.jpg",
        file -> {
          try {
            return FuzzTarget.Read.of(
                JpegReader.decode(Files.readAllBytes(file)).isPresent() ? 1 : 0);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void formats(Path folder, List<FuzzTarget> all)
      throws IOException, FacesException {
    for (ExchangeFormat kind : ExchangeFormat.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      if (kind == ExchangeFormat.PAIRS) {
        continue; // only written; its reader is that of evaluation
      }
      FaceFormat format = kind.format(Optional.of(folder), false, Progress.SILENT);
      String target = SampleFaces.target(kind);
      Path written = folder.resolve("seeds-" + name).resolve(target);
      Files.createDirectories(written.getParent());
      SampleFaces.write(format, kind, written);
      Path file = SampleFaces.file(kind, written);
      all.add(
          new FuzzTarget(
              name,
              false,
              List.of(Files.readAllBytes(file)),
              file.getFileName().toString(),
              SampleFaces.beside(kind, written),
              mutant -> read(format.read(mutant))));
    }
    byte[] embedded = SampleFaces.jpegWithXmp(folder);
    FaceFormat xmp = ExchangeFormat.XMP.format(Optional.of(folder), false, Progress.SILENT);
    all.add(FuzzTarget.of("xmp-in-jpeg", List.of(embedded), "a.jpg", file -> read(xmp.read(file))));
    all.add(
        FuzzTarget.of(
            "xmp-lists",
            List.of(SampleMetadata.allLists()),
            "a.jpg.xmp",
            file -> read(xmp.read(file))));
    all.add(
        FuzzTarget.of(
            "xmp-places",
            SampleMetadata.containers(),
            "a",
            file -> FuzzTarget.Read.of(EmbeddedXmp.packets(file).size())));
    all.add(
        new FuzzTarget(
            "picasa",
            false,
            List.of(SampleMetadata.picasa()),
            ".picasa.ini",
            Map.of("a.jpg", WrittenPhotos.all().get("baseline.jpg")),
            file -> read(xmp.read(file.resolveSibling("a.jpg")))));
  }

  private static FuzzTarget.Read read(ReadFaces read) {
    long faces = read.photos().stream().map(PhotoFaces::faces).mapToLong(List::size).sum();
    return new FuzzTarget.Read(faces, read.problems());
  }

  private static void tables(Path folder, List<FuzzTarget> all) throws IOException, FacesException {
    all.add(
        FuzzTarget.of(
            "facecsv",
            List.of(Files.readAllBytes(SampleFaces.faceCsv(folder))),
            "faces.csv",
            file -> read(new PeopleCsv().read(file))));
    all.add(
        FuzzTarget.of(
            "gallery",
            List.of(Files.readAllBytes(SampleFaces.gallery(folder))),
            "people.csv",
            FuzzTargets::gallery));
    all.add(
        FuzzTarget.of(
            "truth-boxes",
            List.of(bytes("image,x,y,width,height\na.jpg,1,2,30,40\nb.jpg,,,,\nc.jpg,5.5,6,7,8\n")),
            "truth.csv",
            FuzzTargets::boxes));
    all.add(
        FuzzTarget.of(
            "truth-points",
            List.of(
                bytes(
                    "photo,p0x,p0y,p1x,p1y,p2x,p2y,p3x,p3y,p4x,p4y\na.jpg,1,2,3,4,5,6,7,8,9,9\n")),
            "truth.csv",
            FuzzTargets::points));
    all.add(
        FuzzTarget.of(
            "pairs-csv",
            List.of(bytes("a,b,same\na.jpg,b.jpg,1\na.jpg,c.jpg,0\n\"x,y.jpg\",c.jpg,0\n")),
            "pairs.csv",
            FuzzTargets::pairs));
    all.add(
        FuzzTarget.of(
            "pairs-lfw",
            List.of(bytes("2\t1\nAda\t1\t2\nAda\t1\tBo\t2\nBo\t1\t2\nAda\t2\tBo\t1\n")),
            "pairs.txt",
            FuzzTargets::pairs));
    all.add(
        FuzzTarget.of("pairs-bin", List.of(SampleFaces.bin()), "pairs.bin", FuzzTargets::pairs));
    all.add(
        FuzzTarget.of(
            "card",
            List.of(Files.readAllBytes(Path.of("models/facesj-detector/rdf.yaml"))),
            "rdf.yaml",
            FuzzTargets::card));
    Path archive = folder.resolve("seeds-archive/small.facesj");
    Files.createDirectories(archive.getParent());
    Files.deleteIfExists(archive);
    SmallArchive.of(archive, 3, 2).close();
    all.add(
        FuzzTarget.of(
            "archive", List.of(Files.readAllBytes(archive)), "small.facesj", FuzzTargets::archive));
  }

  /** With a checksum that fits, or nothing behind it would be looked at. */
  private static FuzzTarget.Read gallery(Path file) throws FacesException {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      String body = text.substring(0, Math.max(0, text.lastIndexOf("end,")));
      byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      Files.write(file, (body + "end,2," + hash + "\n").getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return FuzzTarget.Read.of(GalleryFile.read(file).faces().size());
  }

  private static FuzzTarget.Read boxes(Path file) throws FacesException {
    return FuzzTarget.Read.of(
        TruthTable.read(file).boxes().values().stream().mapToLong(List::size).sum());
  }

  private static FuzzTarget.Read points(Path file) throws FacesException {
    return FuzzTarget.Read.of(TruthTable.read(file).landmarks().size());
  }

  private static FuzzTarget.Read pairs(Path file) throws FacesException {
    return FuzzTarget.Read.of(PairFiles.read(file, file.getParent()).pairs().size());
  }

  private static FuzzTarget.Read card(Path file) throws FacesException {
    try {
      CardText.read(Files.readString(file, StandardCharsets.ISO_8859_1));
      return FuzzTarget.Read.of(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FuzzTarget.Read archive(Path file) throws FacesException {
    try (Archive archive = Archive.read(file)) {
      archive.photos();
      archive.clusters();
      archive.placementTable().read(0);
      for (var face : archive.faces()) {
        archive.thumbnail(face.id());
      }
      return FuzzTarget.Read.of(archive.faces().size());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
