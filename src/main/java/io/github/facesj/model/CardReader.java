package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a card's text; every key is either understood or refused. */
final class CardReader {

  /** Tells size and SHA-256 of a file beside the card, where the card leaves them out. */
  @FunctionalInterface
  interface Beside {
    ModelFile look(String name) throws FacesException;
  }

  private final String id;
  private final Origin origin;
  private final Settings card;
  private final Settings ours;
  private final Beside beside;

  private CardReader(String id, Origin origin, Settings card, Settings ours, Beside beside) {
    this.id = id;
    this.origin = origin;
    this.card = card;
    this.ours = ours;
    this.beside = beside;
  }

  /**
   * @param id name of the card's folder
   * @param file name of the card for sentences
   * @param text its content
   * @param beside asked where the card names neither size nor SHA-256
   */
  static ModelCard read(String id, Origin origin, String file, String text, Beside beside)
      throws FacesException {
    if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
      throw new FacesException(
          "The folder name \"%s\" of the card %s cannot be a model's id: it must consist of lower-case letters, digits, dots and hyphens."
              .formatted(id, file));
    }
    Settings card = Yaml.read(file, text);
    Settings config = card.section("config");
    config.pass(config.keys().toArray(String[]::new)); // other programs' sections are theirs
    Settings ours = config.section("facesj");
    return new CardReader(id, origin, card, ours, beside).card();
  }

  private ModelCard card() throws FacesException {
    String type = card.text("type");
    if (!type.equals("model")) {
      throw card.wrong("type", "model", type);
    }
    String version = card.text("format_version");
    if (!version.startsWith("0.4.")) {
      throw card.wrong("format_version", "0.4.x, the version whose fields FacesJ reads", version);
    }
    card.pass("version", "tags", "git_repo", "timestamp");
    ColorOrder order = ours.choice("colors", ColorOrder.class);
    List<InputSpec> inputs = InputReader.read(card, order);
    Settings settings = ours.detached("settings"); // its stage refuses what it does not know
    ModelCard result =
        new ModelCard(
            id,
            origin,
            card.text("name"),
            card.text("description").strip(),
            ours.choice("task", Task.class),
            authors(),
            card.text("license"),
            ours.text("terms"),
            cite(),
            card.text("documentation", ""),
            files(),
            inputs,
            outputs(),
            settings,
            accuracy(),
            variants(order, settings));
    card.refuseUnread();
    return result;
  }

  private List<String> authors() throws FacesException {
    List<String> names = new ArrayList<>();
    for (Settings author : card.sections("authors")) {
      names.add(author.text("name"));
      author.pass("affiliation", "orcid", "github_user");
    }
    return List.copyOf(names);
  }

  private List<String> cite() throws FacesException {
    List<String> cite = new ArrayList<>();
    for (Settings entry : card.sections("cite")) {
      String text = entry.text("text");
      String doi = entry.has("doi") ? " https://doi.org/" + entry.text("doi") : "";
      String url = entry.has("url") ? " " + entry.text("url") : "";
      cite.add(text + doi + url);
    }
    return List.copyOf(cite);
  }

  private List<ModelFile> files() throws FacesException {
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
    return List.copyOf(files);
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

  private List<String> outputs() throws FacesException {
    List<String> names = new ArrayList<>();
    for (Settings output : card.sections("outputs")) {
      names.add(output.text("name"));
      output.pass("axes", "shape", "data_type", "description");
    }
    return List.copyOf(names);
  }

  private List<Figure> accuracy() throws FacesException {
    List<Figure> figures = new ArrayList<>();
    if (ours.has("accuracy")) {
      for (Settings f : ours.sections("accuracy")) {
        figures.add(
            new Figure(
                f.text("data"),
                f.text("measure"),
                f.number("value"),
                f.text("protocol"),
                f.text("source")));
      }
    }
    return List.copyOf(figures);
  }

  private Map<String, ModelCard.Variant> variants(ColorOrder order, Settings settings)
      throws FacesException {
    Map<String, ModelCard.Variant> variants = new LinkedHashMap<>();
    if (ours.has("variants")) {
      Settings section = ours.section("variants");
      for (String name : section.keys()) {
        Settings v = section.section(name);
        Settings changes = v.detached("settings");
        variants.put(
            name, new ModelCard.Variant(v.choice("colors", order), settings.overlaid(changes)));
      }
    }
    return Collections.unmodifiableMap(variants);
  }
}
