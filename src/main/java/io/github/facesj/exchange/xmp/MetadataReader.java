package io.github.facesj.exchange.xmp;

import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Progress;
import io.github.facesj.run.WorkResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the faces of photos from all that is written about them. */
final class MetadataReader {

  private final FaceFinder finder;
  private final Progress progress;
  private final List<PhotoFaces> photos = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, Optional<PicasaIni>> picasa = new HashMap<>();
  private final Set<String> people = new TreeSet<>();
  private int placeless;

  MetadataReader(FaceFinder finder, Progress progress) {
    this.finder = finder;
    this.progress = progress;
  }

  /**
   * All photos and sidecars in a folder and below it; photos without faces are left out.
   *
   * @throws FacesException if the folder cannot be read, has no faces at all, or the user stopped
   *     it
   */
  ReadFaces folder(Path folder) throws FacesException {
    FolderFiles.Listing listing = FolderFiles.listing(folder, "");
    List<Path> files = listing.files();
    MetadataTally tally = new MetadataTally(folder);
    Sidecars sidecars = new Sidecars(files);
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      String name = PhotoFolder.relative(folder, file);
      progress.at(i, files.size(), name);
      if (progress.isCanceled()) {
        throw new FacesException("The import was stopped.");
      }
      boolean photo = Sidecars.isPhoto(file);
      int found = photos.size();
      int told = problems.size();
      if (photo || (Sidecars.isSidecar(file) && sidecars.photo(file).isEmpty())) {
        WorkResult<Boolean> read =
            WorkResult.of(
                () -> {
                  if (photo) {
                    photo(file, name, sidecars);
                  } else {
                    sidecar(file, name, sidecars);
                  }
                  return true;
                });
        read.fault().ifPresent(fault -> problems.add(fault.at(name)));
        tally.put(
            file,
            photos.size() > found
                ? MetadataTally.Result.FACES
                : problems.size() > told
                    ? MetadataTally.Result.PROBLEM
                    : MetadataTally.Result.NOTHING);
      }
    }
    if (placeless > 0) {
      problems.add(
          new Problem(
              PathText.of(folder),
              String.format(
                  Locale.ROOT,
                  "%d photos name people without a place, %d people in all, so nobody knows which"
                      + " faces are theirs. They were left out.",
                  placeless,
                  people.size())));
    }
    if (photos.isEmpty() && problems.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "Neither sidecars nor photos in %s have face regions.", folder));
    }
    return new ReadFaces(
        photos, problems, Optional.of(tally.of(files, sidecars, listing.passedOver())));
  }

  /**
   * One sidecar, or all that is written about one photo.
   *
   * @throws FacesException if nothing of it could be used
   */
  ReadFaces file(Path file) throws FacesException {
    Sidecars sidecars = Sidecars.beside(file);
    if (Sidecars.isSidecar(file)) {
      sidecar(file, PathText.name(file), sidecars);
    } else {
      photo(file, PathText.name(file), sidecars);
    }
    if (photos.isEmpty() && !problems.isEmpty()) {
      throw new FacesException(problems.get(0).sentence());
    }
    return new ReadFaces(photos, problems);
  }

  private void photo(Path photo, String name, Sidecars sidecars) throws FacesException {
    PhotoSources sources = PhotoSources.of(photo, sidecars, picasa(photo), Optional.empty());
    sources.problems().forEach(sentence -> problems.add(new Problem(name, sentence)));
    faces(Optional.of(photo), name, sources.sources());
  }

  private Optional<PicasaIni> picasa(Path photo) {
    Path folder = photo.toAbsolutePath().getParent();
    if (!picasa.containsKey(folder)) {
      WorkResult<Optional<PicasaIni>> read = WorkResult.of(() -> PicasaIni.of(folder));
      read.fault().ifPresent(fault -> problems.add(fault.at(PathText.of(folder))));
      picasa.put(folder, read.or(fault -> Optional.empty()));
    }
    return picasa.get(folder);
  }

  private void sidecar(Path sidecar, String name, Sidecars sidecars) throws FacesException {
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    Optional<Path> photo = sidecars.photo(sidecar).or(() -> sidecars.closed(sidecar));
    String photoName =
        folder + photo.map(PathText::name).orElse(FolderFiles.stem(PathText.name(sidecar)));
    faces(photo, photoName, List.of(PhotoSources.sidecar(sidecar)));
  }

  private void faces(Optional<Path> photo, String name, List<? extends FaceSource> sources)
      throws FacesException {
    boolean none = true;
    Set<String> names = new TreeSet<>();
    for (FaceSource source : sources) {
      none &= !source.hasFaces();
      names.addAll(source.namesWithoutPlace());
    }
    if (none) {
      placeless += names.isEmpty() ? 0 : 1;
      people.addAll(names);
      return; // no regions, and no problem
    }
    PhotoFrame frame = frame(photo, name, sources);
    MergedFaces merged = MergedFaces.of(frame, sources, () -> found(photo, frame));
    merged.problems().forEach(sentence -> problems.add(new Problem(name, sentence)));
    if (!merged.faces().isEmpty()) {
      photos.add(PhotoFaces.of(name, Optional.of(frame), merged.faces()));
    }
  }

  private Optional<List<Box>> found(Optional<Path> photo, PhotoFrame frame) throws FacesException {
    if (photo.isEmpty()) {
      return Optional.empty();
    }
    double w = frame.storedWidth();
    double h = frame.storedHeight();
    return finder
        .find(photo.get())
        .map(
            boxes ->
                boxes.stream()
                    .map(frame::toStored)
                    .map(b -> new Box(b.x() / w, b.y() / h, b.width() / w, b.height() / h))
                    .toList());
  }

  /** The size of a photo, or what its metadata say where it cannot be opened. */
  private static PhotoFrame frame(
      Optional<Path> photo, String name, List<? extends FaceSource> sources) throws FacesException {
    if (photo.isPresent()) {
      try {
        return PhotoReader.frame(photo.get(), 0);
      } catch (FacesException e) {
        if (PhotoFolder.isPhotoName(PathText.name(photo.get()))) {
          throw e;
        }
        // of a kind that is not opened here: its metadata may say how large it is
      }
    }
    for (FaceSource source : sources) {
      Optional<PhotoFrame> noted = source instanceof PhotoXmp xmp ? xmp.frame() : Optional.empty();
      if (noted.isPresent()) {
        return noted.get();
      }
    }
    throw new FacesException(
        photo.isPresent()
            ? String.format(
                Locale.ROOT,
                "%s has named faces, but cannot be opened here, and its metadata do not say how"
                    + " large it is. Save it as JPEG, with its metadata.",
                name)
            : String.format(
                Locale.ROOT,
                "The photo of %s does not lie beside its sidecar, and that does not say how large"
                    + " the photo is. Put them into one folder.",
                name));
  }
}
