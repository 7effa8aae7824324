package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads which files a card's model consists of; none can lie outside the card's folder. */
final class FilesReader {

  /** Tells size and SHA-256 of a file beside the card, where the card leaves them out. */
  @FunctionalInterface
  interface Beside {
    ModelFile look(String name) throws FacesException;
  }

  private final Origin origin;
  private final Beside beside;

  FilesReader(Origin origin, Beside beside) {
    this.origin = origin;
    this.beside = beside;
  }

  /**
   * @param card the whole card
   * @param ours its {@code config.facesj}
   */
  List<ModelFile> read(Settings card, Settings ours) throws FacesException {
    Settings weights = card.section("weights");
    Settings onnx = weights.section("onnx");
    onnx.pass("opset_version");
    List<ModelFile> files = new ArrayList<>();
    files.add(file(onnx, ours));
    if (ours.has("parts")) {
      for (Settings part : ours.sections("parts")) {
        files.add(file(part, part));
      }
    }
    if (new HashSet<>(names(files)).size() < files.size()) {
      throw ours.wrong("parts", "files of different names", names(files));
    }
    return List.copyOf(files);
  }

  private static List<String> names(List<ModelFile> files) {
    return files.stream().map(ModelFile::name).toList();
  }

  private ModelFile file(Settings where, Settings sized) throws FacesException {
    String source = where.text("source");
    boolean address = isAddress(source);
    String name = address ? source.substring(source.lastIndexOf('/') + 1) : source;
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.+ -]{0,127}") || name.contains("..")) {
      throw where.wrong(
          "source",
          "a plain file name beside the card or an address that begins with https://",
          source);
    }
    if (origin == Origin.OWN && !address && !where.has("sha256")) {
      sized.pass("size");
      return beside.look(name);
    }
    double size = sized.number("size");
    String sha256 = where.text("sha256");
    if (size < 1 || size != Math.rint(size)) {
      throw sized.wrong("size", "a number of bytes", size);
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw where.wrong("sha256", "64 lower-case hexadecimal digits", sha256);
    }
    return new ModelFile(name, source, (long) size, sha256);
  }

  private static boolean isAddress(String source) {
    try {
      URI uri = new URI(source);
      return "https".equals(uri.getScheme()) && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false; // then it must be a file name
    }
  }
}
