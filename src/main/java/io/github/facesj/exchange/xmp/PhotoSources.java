package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.packet.EmbeddedXmp;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All places in which something is written about one photo, the most trusted first: {@code
 * a.jpg.xmp}, {@code a.xmp}, the photo itself, and Picasa's file of the folder.
 */
final class PhotoSources {

  /** Where metadata come from, which may fail. */
  @FunctionalInterface
  private interface Read {
    void into(List<FaceSource> sources) throws FacesException;
  }

  private final List<FaceSource> sources = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private PhotoSources() {}

  /**
   * @param sidecars of the folder
   * @param except a file whose metadata are not asked for; none where empty
   */
  static PhotoSources of(
      Path photo, Sidecars sidecars, Optional<PicasaIni> picasa, Optional<Path> except) {
    PhotoSources all = new PhotoSources();
    for (Path sidecar : sidecars.of(photo)) {
      if (!except.equals(Optional.of(sidecar))) {
        all.add(into -> into.add(sidecar(sidecar)));
      }
    }
    if (!except.equals(Optional.of(photo))) {
      all.add(into -> into.addAll(embedded(photo)));
    }
    picasa.flatMap(ini -> ini.of(PathText.name(photo))).ifPresent(all.sources::add);
    return all;
  }

  private void add(Read read) {
    try {
      read.into(sources);
    } catch (FacesException e) {
      problems.add(e.getMessage());
    }
  }

  /** The metadata of a sidecar. */
  static PhotoXmp sidecar(Path sidecar) throws FacesException {
    byte[] xmp = InputFile.bytes("The sidecar", sidecar, InputFile.ONE_PHOTO);
    return new PhotoXmp(
        XmpTree.parse("The sidecar " + sidecar, xmp), "the sidecar " + PathText.name(sidecar));
  }

  private static List<PhotoXmp> embedded(Path photo) throws FacesException {
    List<PhotoXmp> found = new ArrayList<>();
    for (byte[] packet : EmbeddedXmp.packets(photo)) {
      found.add(
          new PhotoXmp(XmpTree.parse("The metadata of " + photo, packet), "the photo itself"));
    }
    return found;
  }

  List<FaceSource> sources() {
    return List.copyOf(sources);
  }

  /** What could not be read. */
  List<String> problems() {
    return List.copyOf(problems);
  }
}
