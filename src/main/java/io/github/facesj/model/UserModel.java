package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A model of the user's own on its way into the models folder. */
final class UserModel {

  private UserModel() {}

  static ModelCard add(Path file, Path folder, Catalogue catalogue) throws FacesException {
    ModelCard card = Catalogue.own(file);
    if (catalogue.find(card.id()).isPresent()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "There is already a model with the id %s. Give the folder of the card %s another"
                  + " name.",
              card.id(),
              file));
    }
    Path source = file.toAbsolutePath().normalize().getParent();
    List<Path> networks = new ArrayList<>();
    for (ModelFile part : card.files()) {
      Path network = source.resolve(part.name());
      if (!part.isPublic() || Files.exists(network)) {
        check(file, part, network);
        networks.add(network);
      }
    }
    if (networks.size() == card.files().size()) {
      try (OpenModel model = OpenModel.open(card, networks, 1)) {
        model.tryOut();
      }
    }
    return copy(card, file, networks, folder);
  }

  private static void check(Path card, ModelFile part, Path network) throws FacesException {
    if (!ModelFile.describe(network).sha256().equals(part.sha256())) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The file %s is not the one whose SHA-256 the card %s names. Replace the file, or"
                  + " correct or remove that line.",
              network,
              card));
    }
  }

  private static ModelCard copy(ModelCard card, Path file, List<Path> networks, Path folder)
      throws FacesException {
    Path target = folder.resolve(card.id());
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempDirectory(folder, ".adding");
      try {
        Files.copy(file, fresh.resolve(Catalogue.CARD));
        for (Path network : networks) {
          Files.copy(network, fresh.resolve(network.getFileName()));
          for (Path data : ExternalData.of(network)) {
            Files.createDirectories(fresh.resolve(data).getParent());
            Files.copy(
                network.resolveSibling(data),
                fresh.resolve(data),
                StandardCopyOption.REPLACE_EXISTING); // two networks may share it
          }
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        discard(fresh);
      }
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s cannot be copied into %s: %s.",
              card.id(),
              target,
              Reason.of(e)),
          e);
    }
    return Catalogue.own(target.resolve(Catalogue.CARD));
  }

  private static void discard(Path fresh) throws IOException {
    if (!Files.isDirectory(fresh)) {
      return;
    }
    List<Path> left;
    try (var all = Files.walk(fresh)) {
      left = all.sorted(Comparator.reverseOrder()).toList(); // what is inside comes first
    }
    for (Path path : left) {
      Files.delete(path);
    }
  }
}
