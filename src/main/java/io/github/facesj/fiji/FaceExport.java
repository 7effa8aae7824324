package io.github.facesj.fiji;

import ij.ImagePlus;
import io.github.facesj.exchange.ArchiveFaces;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.PhotoSizes;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.fiji.overlay.ImageSource;
import io.github.facesj.image.Orientation;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives faces to other programs.
 *
 * @param image whose faces are exported where no file is named; may be null
 * @param source where the image's faces are
 * @param input a table of faces or an archive, or empty
 * @param photos folder that names of photos are relative to, or empty
 * @param output file or folder to write; of XMP it may be empty for sidecars beside the photos
 */
public record FaceExport(
    ImagePlus image,
    ImageSource source,
    Optional<Path> input,
    Optional<Path> photos,
    Optional<Path> output) {

  private static final String ARCHIVE = ".facesj";

  /**
   * What came of it.
   *
   * @param summary a line for a person
   * @param problems photos that are not in it, with the reasons
   */
  public record Outcome(String summary, List<Problem> problems) {}

  /**
   * Writes the files.
   *
   * @param embed of XMP: copies of photos in place of sidecars
   * @throws FacesException if something cannot be read or written
   * @throws IllegalArgumentException if something is not named, or the format cannot hold the faces
   */
  public Outcome write(ExchangeFormat format, boolean embed, Progress progress)
      throws FacesException {
    if (embed && format != ExchangeFormat.XMP) {
      throw new IllegalArgumentException("Only format=xmp can be embedded in photos.");
    }
    WriteGuard guard = WriteGuard.of(input.stream().toArray(Path[]::new));
    Given given = given(format);
    Optional<Path> folder = photos.or(given::folder);
    Path target =
        output
            .or(() -> format == ExchangeFormat.XMP && !embed ? folder : Optional.empty())
            .orElseThrow(() -> new IllegalArgumentException("The output is not named; say which."));
    List<PhotoFaces> faces = given.faces();
    List<Problem> problems = new ArrayList<>();
    if (format.needsSize()) {
      ReadFaces sized = PhotoSizes.complete(faces, folder, progress);
      faces = sized.photos();
      problems.addAll(sized.problems());
      if (faces.isEmpty() && !problems.isEmpty()) {
        throw new FacesException("Nothing could be exported. The first: " + problems.get(0));
      }
    }
    List<Problem> ofFormat = format.format(folder, embed, progress).write(faces, target, guard);
    ofFormat.forEach(progress::warn);
    problems.addAll(ofFormat);
    int count = faces.stream().mapToInt(p -> p.faces().size()).sum();
    String summary =
        String.format(
            Locale.ROOT,
            "%d faces of %d pictures exported to %s as %s, %d problems",
            count,
            faces.size(),
            target,
            format.name().toLowerCase(Locale.ROOT),
            problems.size());
    return new Outcome(summary, problems);
  }

  /** The faces, and the folder of their photos where it is known. */
  private record Given(Optional<Path> folder, List<PhotoFaces> faces) {}

  private Given given(ExchangeFormat format) throws FacesException {
    if (input.isEmpty()) {
      List<PhotoFaces> faces = source.faces(image);
      return new Given(Optional.empty(), format == ExchangeFormat.XMP ? ofFiles(faces) : faces);
    }
    if (input.get().toString().toLowerCase(Locale.ROOT).endsWith(ARCHIVE)) {
      ArchiveFaces archive =
          ArchiveFaces.read(input.get(), photos, format == ExchangeFormat.EMBEDDINGS);
      return new Given(Optional.of(archive.folder()), archive.photos());
    }
    return new Given(Optional.empty(), new PeopleCsv().read(input.get()).photos());
  }

  /** How a window's image is stored is only known from the file. */
  private List<PhotoFaces> ofFiles(List<PhotoFaces> faces) throws FacesException {
    if (photos.isEmpty()) {
      throw new IllegalArgumentException(
          "Metadata are of files: name the folder in which the photo lies with photos=[...].");
    }
    if (source != ImageSource.RESULTS && image.getOriginalFileInfo() != null) {
      requireUpright(PathText.resolve(photos.get(), image.getTitle()));
    }
    return faces;
  }

  /** ImageJ itself opens photos as they are stored; Open Photo leaves no information of a file. */
  private static void requireUpright(Path photo) throws FacesException {
    if (PhotoReader.frame(photo, 0).orientation() != Orientation.UPRIGHT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "The photo %s is stored turned, and was not opened upright. Open it with Open"
                  + " Photo... and find its faces there.",
              photo));
    }
  }
}
