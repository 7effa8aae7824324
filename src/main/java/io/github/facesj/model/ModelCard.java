package io.github.facesj.model;

import io.github.facesj.api.Internal;
import io.github.facesj.api.PublicApi;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The description of a model: what it is for, whose it is, which files it consists of, what it
 * wants and gives. A card is the file {@code rdf.yaml} of the model's folder; see docs/MODELS.md.
 *
 * @param id name of the folder, as used in macros and tables
 * @param origin where the card comes from
 * @param name for a person to read
 * @param description a few sentences
 * @param task what the model is for
 * @param authors who made it
 * @param license SPDX identifier, or NOASSERTION where none is stated
 * @param terms a sentence for the user about what the model may be used for
 * @param cite what to cite
 * @param documentation address of its home, or empty
 * @param files its networks, in the order of its decoder
 * @param inputs what its networks want, the first network's first
 * @param outputs names of what its networks give
 * @param settings arguments of its stage; each call of the accessor gives a view with nothing read
 * @param accuracy figures, published or measured
 * @param variants other protocols of the same networks, by name
 */
@PublicApi
public record ModelCard(
    String id,
    Origin origin,
    String name,
    String description,
    Task task,
    List<String> authors,
    String license,
    String terms,
    List<String> cite,
    String documentation,
    List<ModelFile> files,
    @Internal List<InputSpec> inputs,
    @Internal List<String> outputs,
    @Internal Settings settings,
    @Internal List<ReportedMetric> accuracy,
    @Internal Map<String, Variant> variants) {

  /**
   * Another protocol of the same networks.
   *
   * @param order colours
   * @param settings the whole settings
   */
  record Variant(ColorOrder order, Settings settings) {}

  /** SHA-256 of the files in their order, blanks between, as tables and archives name the model. */
  public String hashes() {
    return files.stream().map(ModelFile::sha256).collect(Collectors.joining(" "));
  }

  /** What the first network wants. */
  @Internal
  public InputSpec input() {
    return inputs.get(0);
  }

  @Override
  @Internal
  public Settings settings() {
    return settings.unread();
  }

  /**
   * The card of another protocol of the same networks; its id is this one's, a hyphen and the name.
   *
   * @throws FacesException if the card has no such variant
   */
  public ModelCard variant(String variant) throws FacesException {
    Variant v = variants.get(variant);
    if (v == null) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The model %s has no variant \"%s\"; it has %s.",
              id,
              variant,
              variants.keySet()));
    }
    return new ModelCard(
        id + "-" + variant,
        origin,
        name + ", " + variant,
        description,
        task,
        authors,
        license,
        terms,
        cite,
        documentation,
        files,
        inputs.stream().map(i -> i.withOrder(v.order())).toList(),
        outputs,
        v.settings(),
        List.of(),
        Map.of());
  }

  /** Bytes of all files together. */
  public long size() {
    return files.stream().mapToLong(ModelFile::size).sum();
  }

  /** Name of the folder the card lies in: the id, for a variant that of the model itself. */
  public String home() {
    return Path.of(file()).getParent().getFileName().toString();
  }

  /** Name of the file the card was read from, for sentences. */
  public String file() {
    return settings.file();
  }
}
