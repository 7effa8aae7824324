package io.github.facesj.model;

import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a card's text; every key is either understood or refused. */
final class CardReader {

  private final String id;
  private final Origin origin;
  private final Settings card;
  private final Settings ours;
  private final FilesReader.Beside beside;

  private CardReader(
      String id, Origin origin, Settings card, Settings ours, FilesReader.Beside beside) {
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
  static ModelCard read(
      String id, Origin origin, String file, String text, FilesReader.Beside beside)
      throws FacesException {
    if (!id.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder name \"%s\" of the card %s cannot be a model's id: it must consist of"
                  + " lower-case letters, digits, dots and hyphens.",
              id,
              file));
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
            new FilesReader(origin, beside).read(card, ours),
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

  private List<String> outputs() throws FacesException {
    List<String> names = new ArrayList<>();
    for (Settings output : card.sections("outputs")) {
      names.add(output.text("name"));
      output.pass("axes", "shape", "data_type", "description");
    }
    return List.copyOf(names);
  }

  private List<ReportedMetric> accuracy() throws FacesException {
    List<ReportedMetric> figures = new ArrayList<>();
    if (ours.has("accuracy")) {
      for (Settings f : ours.sections("accuracy")) {
        figures.add(
            new ReportedMetric(
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
