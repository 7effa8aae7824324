package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.image.PhotoFolder;
import io.github.facesj.image.PhotoFrame;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.run.Attempted;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Faces in XMP, as photo programs exchange them: regions of the Metadata Working Group and of
 * Microsoft, in sidecars ({@code a.jpg.xmp}, or {@code a.xmp} where there is one) or inside of JPEG
 * files. Areas are parts of the picture as it is stored, before its EXIF orientation turns it.
 *
 * <p>It keeps boxes to a ten-millionth of a pixel as far as they lie in the photo, names, and
 * scores; points are lost. What a sidecar holds already stays ({@link RegionPlan}). The photos are
 * never written to: with {@code embed} the metadata go into copies of JPEG files.
 */
public final class XmpRegions implements FaceFormat {

  /** What a sidecar holds is read before, and kept. */
  private static final FileKind SIDECAR = FileKind.kept("a sidecar");

  private static final FileKind COPY = FileKind.fresh("a copy of a photo");

  private final Optional<Path> photos;
  private final boolean embed;

  /**
   * @param photos folder of the photos, needed to write
   * @param embed whether copies of the photos are written that hold their metadata, not sidecars
   */
  public XmpRegions(Optional<Path> photos, boolean embed) {
    this.photos = photos;
    this.embed = embed;
  }

  @Override
  public List<Problem> write(List<PhotoFaces> all, Path target, WriteGuard guard)
      throws FacesException {
    List<Problem> problems = new ArrayList<>();
    for (PhotoFaces photo : all) {
      PhotoFrame frame = FormatRequirements.frame(photo);
      Path file = FolderFiles.inside(target, photo.photo());
      try {
        if (photo.slice() > 1) {
          throw new FacesException(
              String.format(
                  Locale.ROOT,
                  "Metadata are of a file's first picture, so the faces of picture %d were not"
                      + " written.",
                  photo.slice()));
        }
        List<String> conflicts =
            embed
                ? embed(photo, frame, file, guard)
                : sidecar(photo, frame, XmpFiles.sidecar(file), guard);
        conflicts.forEach(c -> problems.add(new Problem(photo.photo(), c)));
      } catch (FacesException e) {
        problems.add(new Problem(photo.photo(), e.getMessage()));
      }
    }
    return problems;
  }

  private static List<String> sidecar(
      PhotoFaces photo, PhotoFrame frame, Path sidecar, WriteGuard guard) throws FacesException {
    boolean there = Files.exists(sidecar);
    if (!there && photo.faces().isEmpty()) {
      return List.of(); // nothing to say
    }
    XmpTree xmp = there ? XmpFiles.read(sidecar) : XmpTree.empty();
    List<String> conflicts = new PhotoXmp(xmp).write(photo, frame);
    byte[] bytes = xmp.bytes();
    guard.create(sidecar, SIDECAR).write(out -> out.write(bytes));
    return conflicts;
  }

  private List<String> embed(PhotoFaces photo, PhotoFrame frame, Path copy, WriteGuard guard)
      throws FacesException {
    Path original =
        FolderFiles.inside(
            photos.orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "To write copies with metadata, name the folder of the photos with"
                            + " photos=[...].")),
            photo.photo());
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
    XmpTree xmp =
        jpeg.packet().isPresent()
            ? XmpTree.parse("The metadata of " + original, jpeg.packet().get())
            : XmpTree.empty();
    List<String> conflicts = new PhotoXmp(xmp).write(photo, frame);
    byte[] whole = jpeg.with(original.toString(), xmp.packet());
    guard.create(copy, COPY).write(out -> out.write(whole));
    return conflicts;
  }

  /**
   * Reads one sidecar, the metadata of one photo, or all of a folder; a sidecar goes before what is
   * in the photo. Photos without regions are left out.
   */
  @Override
  public ReadFaces parse(Path source) throws FacesException {
    if (!Files.isDirectory(source)) {
      List<Problem> problems = new ArrayList<>();
      List<PhotoFaces> one =
          one(source, XmpFiles.name(source), problems).map(List::of).orElse(List.of());
      return new ReadFaces(one, problems);
    }
    List<PhotoFaces> found = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : FolderFiles.list(source, "")) {
      String name = PhotoFolder.relative(source, file);
      if (XmpFiles.isSidecar(file)
          || (PhotoFolder.isPhotoName(name) && !Files.exists(XmpFiles.sidecar(file)))) {
        Attempted<Optional<PhotoFaces>> read = Attempted.of(() -> one(file, name, problems));
        read.value().flatMap(faces -> faces).ifPresent(found::add);
        read.fault().ifPresent(fault -> problems.add(fault.at(name)));
      }
    }
    if (found.isEmpty() && problems.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "Neither sidecars nor photos in %s have face regions.", source));
    }
    return new ReadFaces(found, problems);
  }

  private static Optional<PhotoFaces> one(Path file, String name, List<Problem> problems)
      throws FacesException {
    boolean sidecar = XmpFiles.isSidecar(file);
    Optional<Path> photo = sidecar ? XmpFiles.photo(file) : Optional.of(file);
    Optional<XmpTree> tree = sidecar ? Optional.of(XmpFiles.read(file)) : XmpFiles.embedded(file);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    PhotoXmp xmp = new PhotoXmp(tree.get());
    xmp.unusable().forEach(sentence -> problems.add(new Problem(name, sentence)));
    PhotoFrame frame = XmpFiles.frame(photo, xmp, file);
    String photoName =
        name.substring(0, name.lastIndexOf('/') + 1)
            + photo.map(XmpFiles::name).orElse(FolderFiles.stem(XmpFiles.name(file)));
    var faces = xmp.faces(frame);
    return faces.isEmpty()
        ? Optional.empty()
        : Optional.of(PhotoFaces.of(photoName, Optional.of(frame), faces));
  }
}
