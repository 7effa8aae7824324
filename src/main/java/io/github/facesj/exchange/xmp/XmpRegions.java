package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.exchange.packet.JpegXmp;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Faces in the metadata of photos, as photo programs exchange them. They are written as regions of
 * the Metadata Working Group and of Microsoft, into sidecars ({@code a.jpg.xmp}, or {@code a.xmp}
 * where there is one) or into copies of JPEG files; photos are never written to. They are read from
 * all places of a photo, and from IPTC's, ACDSee's and Picasa's lists as well; docs/FORMATS.md says
 * what is read, merged and left out.
 *
 * <p>It keeps boxes to a ten-millionth of a pixel as far as they lie in the photo, names, and
 * scores; points are lost. What a sidecar holds already stays ({@link RegionPlan}).
 */
public final class XmpRegions implements FaceFormat {

  /** What a sidecar holds is read before, and kept. */
  private static final FileKind SIDECAR = FileKind.kept("a sidecar");

  private static final FileKind COPY = FileKind.fresh("a copy of a photo");

  private final Optional<Path> photos;
  private final boolean embed;
  private final FaceFinder finder;
  private final Progress progress;

  /**
   * @param photos folder of the photos, needed to write
   * @param embed whether copies of the photos are written that hold their metadata, not sidecars
   */
  public XmpRegions(Optional<Path> photos, boolean embed) {
    this(photos, embed, FaceFinder.NONE, Progress.SILENT);
  }

  /**
   * @param photos folder of the photos, needed to write
   * @param embed whether copies of the photos are written that hold their metadata, not sidecars
   * @param finder asked when reading where metadata can be understood in two ways
   * @param progress is told which photo is read or written, and may stop it
   */
  public XmpRegions(Optional<Path> photos, boolean embed, FaceFinder finder, Progress progress) {
    this.photos = photos;
    this.embed = embed;
    this.finder = finder;
    this.progress = progress;
  }

  @Override
  public List<Problem> write(List<PhotoFaces> all, Path target, WriteGuard guard)
      throws FacesException {
    if (embed && photos.isEmpty()) {
      throw new IllegalArgumentException(
          "To write copies with metadata, name the folder of the photos with photos=[...].");
    }
    List<Problem> problems = new ArrayList<>();
    int done = 0;
    for (PhotoFaces photo : all) {
      if (progress.isCanceled()) {
        throw FacesException.passing(
            String.format(
                Locale.ROOT,
                "Writing was stopped after %d of %d photos. What was written is kept.",
                done,
                all.size()));
      }
      progress.at(done++, all.size(), photo.photo());
      PhotoFrame frame = FormatRequirements.frame(photo);
      Path file = FolderFiles.inside(target, photo.photo());
      WorkResult.orProblem(photo.photo(), problems::add, () -> write(photo, frame, file, guard))
          .ifPresent(
              conflicts -> conflicts.forEach(c -> problems.add(new Problem(photo.photo(), c))));
    }
    return problems;
  }

  private List<String> write(PhotoFaces photo, PhotoFrame frame, Path file, WriteGuard guard)
      throws FacesException {
    if (photo.slice() > 1) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "Metadata are of a file's first picture, so the faces of picture %d were not"
                  + " written.",
              photo.slice()));
    }
    return embed
        ? embed(photo, frame, file, guard)
        : sidecar(photo, frame, XmpFiles.sidecar(file), guard);
  }

  private List<String> sidecar(PhotoFaces photo, PhotoFrame frame, Path sidecar, WriteGuard guard)
      throws FacesException {
    boolean there = Files.exists(sidecar);
    if (!there && photo.faces().isEmpty()) {
      return List.of(); // nothing to say
    }
    PhotoXmp xmp =
        there
            ? PhotoSources.sidecar(sidecar)
            : new PhotoXmp(XmpTree.empty(), "the sidecar " + PathText.name(sidecar));
    List<String> told = update(xmp, photo, frame, sidecar);
    byte[] bytes = xmp.xmp().bytes();
    guard.create(sidecar, SIDECAR).write(out -> out.write(bytes));
    return told;
  }

  private List<String> embed(PhotoFaces photo, PhotoFrame frame, Path copy, WriteGuard guard)
      throws FacesException {
    Path original = FolderFiles.inside(photos.orElseThrow(), photo.photo());
    if (Files.exists(copy)) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "%s is there already, and photos are never overwritten. Choose an empty folder for"
                  + " the copies.",
              copy));
    }
    byte[] bytes = InputFile.bytes("The photo", original, InputFile.COLLECTION);
    JpegXmp jpeg = new JpegXmp("The photo " + original, bytes);
    XmpTree tree =
        jpeg.packet().isPresent()
            ? XmpTree.parse("The metadata of " + original, jpeg.packet().get())
            : XmpTree.empty();
    List<String> told = update(new PhotoXmp(tree, "the photo itself"), photo, frame, original);
    byte[] whole = jpeg.with(original.toString(), tree.packet());
    guard.create(copy, COPY).write(out -> out.write(whole));
    return told;
  }

  /**
   * Adds faces to what is known in one place.
   *
   * @param place the file that the metadata are from
   */
  private List<String> update(PhotoXmp xmp, PhotoFaces photo, PhotoFrame frame, Path place)
      throws FacesException {
    List<String> told = new ArrayList<>();
    List<FaceSource> others = new ArrayList<>();
    Optional<Path> original =
        photos
            .map(folder -> FolderFiles.inside(folder, photo.photo()))
            .filter(Files::isRegularFile);
    if (original.isPresent()) {
      PhotoSources sources =
          PhotoSources.of(
              original.get(),
              Sidecars.beside(original.get()),
              PicasaIni.of(original.get().toAbsolutePath().getParent()),
              Optional.of(place));
      told.addAll(sources.problems());
      others.addAll(sources.sources());
    }
    told.addAll(new XmpUpdate(xmp, frame).write(photo, others));
    return told;
  }

  /**
   * Reads one sidecar, all that is written about one photo, or all of a folder. Photos without
   * regions are left out.
   */
  @Override
  public ReadFaces parse(Path source) throws FacesException {
    MetadataReader reader = new MetadataReader(finder, progress);
    return Files.isDirectory(source) ? reader.folder(source) : reader.file(source);
  }
}
