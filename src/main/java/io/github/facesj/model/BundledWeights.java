package io.github.facesj.model;

import io.github.facesj.io.Hashes;
import io.github.facesj.io.PrivateFolder;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The networks in the jar: ONNX Runtime reads files only, so they are unpacked once. */
final class BundledWeights {

  private static final String FOLDER =
      "facesj-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");

  private BundledWeights() {}

  static boolean has(ModelCard card) throws FacesException {
    if (card.origin() != Origin.BUILT_IN) {
      return false;
    }
    for (ModelFile file : card.files()) {
      if (file.isPublic()) {
        return false;
      }
      try (InputStream in = BundledModels.open(name(card, file))) {
        if (in == null) {
          return false;
        }
      } catch (IOException e) {
        throw damaged(file, e);
      }
    }
    return true;
  }

  private static String name(ModelCard card, ModelFile file) {
    return card.home() + "/" + file.name();
  }

  /**
   * The path of an unpacked file, named by its content; one that is already there is used if its
   * content is right.
   */
  static Path unpack(ModelCard card, ModelFile file) throws FacesException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path folder = PrivateFolder.in(temporary, FOLDER);
      Path target = folder.resolve(file.sha256().substring(0, 16) + "-" + file.name());
      if (!isRight(target, file)) {
        put(card, file, target);
      }
      if (!folder.endsWith(FOLDER)) {
        folder.toFile().deleteOnExit(); // not found again by the next Java; folders go last
        target.toFile().deleteOnExit();
      }
      return target;
    } catch (IOException e) {
      throw FacesException.passing(
          String.format(
              Locale.ROOT,
              "The network %s cannot be unpacked into %s (%s). Make room there, or choose another"
                  + " folder with -Djava.io.tmpdir=DIR.",
              file.name(),
              temporary,
              Reason.of(e)),
          e);
    }
  }

  private static void put(ModelCard card, ModelFile file, Path target)
      throws IOException, FacesException {
    Path fresh = Files.createTempFile(target.getParent(), file.name(), Download.PART);
    try (InputStream in = BundledModels.open(name(card, file))) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      if (!isRight(fresh, file)) {
        throw damaged(file, null);
      }
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Nobody else can have put the file there, or change it between this look and its use. */
  private static boolean isRight(Path path, ModelFile file) throws IOException {
    return PrivateFolder.isOwn(path)
        && Files.size(path) == file.size()
        && Hashes.of(path).equals(file.sha256());
  }

  private static FacesException damaged(ModelFile file, Exception cause) {
    return new FacesException(
        String.format(
            Locale.ROOT,
            "FacesJ is damaged: the network %s in its jar is not the one its card names. Install"
                + " FacesJ again.",
            file.name()),
        cause);
  }
}
