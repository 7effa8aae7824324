package io.github.facesj.gallery;

import io.github.facesj.face.Embedding;
import io.github.facesj.face.PersonName;
import io.github.facesj.run.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The faces of known people, several of each, all of one model. Immutable: adding, removing and
 * renaming give another gallery.
 */
public final class Gallery {

  private final Provenance made;
  private final List<Enrolled> faces;

  private Gallery(Provenance made, List<Enrolled> faces) {
    this.made = made;
    this.faces = faces;
  }

  /**
   * A gallery without people.
   *
   * @param made what is going to make the vectors; its model as {@link Embedding#model()} has it
   */
  public static Gallery empty(Provenance made) {
    return new Gallery(Objects.requireNonNull(made, "made"), List.of());
  }

  /**
   * A gallery without people, of which neither parameters nor version are known.
   *
   * @param model id of the embeddings, as {@link Embedding#model()} has it
   * @param sha256 of the model's file
   */
  public static Gallery empty(String model, String sha256) {
    return empty(new Provenance(model, sha256, ""));
  }

  /** What made the vectors; parameters and version are those of the run that began the gallery. */
  public Provenance provenance() {
    return made;
  }

  /** Id of the embeddings. */
  public String model() {
    return made.model();
  }

  /** SHA-256 of the model's file. */
  public String sha256() {
    return made.sha256();
  }

  /** All faces, in the order in which they were added. */
  public List<Enrolled> faces() {
    return faces;
  }

  /**
   * A number that changes with every name, photo and vector: two galleries with one are the same.
   */
  public String fingerprint() {
    CRC32 crc = new CRC32();
    crc.update((model() + "\n" + sha256()).getBytes(StandardCharsets.UTF_8));
    for (Enrolled face : faces) {
      crc.update((face.person() + "\n" + face.photo()).getBytes(StandardCharsets.UTF_8));
      for (float value : face.embedding().toArray()) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
          crc.update(bits >> shift);
        }
      }
    }
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  /** The names, in the order of their characters. */
  public List<String> people() {
    return List.copyOf(new TreeSet<>(faces.stream().map(Enrolled::person).toList()));
  }

  /**
   * Adds a face.
   *
   * @throws IllegalArgumentException if it comes from another model
   */
  public Gallery with(Enrolled face) {
    return with(List.of(face));
  }

  /**
   * Adds faces.
   *
   * @throws IllegalArgumentException if one comes from another model, or has another length
   */
  public Gallery with(List<Enrolled> more) {
    List<Enrolled> all = new ArrayList<>(faces);
    for (Enrolled face : more) {
      require(face.embedding());
      if (!all.isEmpty() && all.get(0).embedding().size() != face.embedding().size()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "A vector of %d numbers does not fit a gallery with vectors of %d.",
                face.embedding().size(),
                all.get(0).embedding().size()));
      }
      all.add(face);
    }
    return new Gallery(made, List.copyOf(all));
  }

  /** Forgets a person with all faces. */
  public Gallery without(String person) {
    String name = requirePerson(person);
    return keep(f -> !f.person().equals(name));
  }

  /** Forgets one photo of a person, and the person with the last one. */
  public Gallery without(String person, String photo) {
    String name = requirePerson(person);
    Gallery rest = keep(f -> !(f.person().equals(name) && f.photo().equals(photo)));
    if (rest.faces.size() == faces.size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The gallery has no photo \"%s\" of \"%s\".", photo, person));
    }
    return rest;
  }

  /**
   * @throws IllegalArgumentException if nobody is in it
   */
  public void requireSomebody() {
    if (faces.isEmpty()) {
      throw new IllegalArgumentException("The gallery holds nobody. Enrol people first.");
    }
  }

  /** Gives a person another name; with the name of another person, both become one. */
  public Gallery rename(String person, String name) {
    String old = requirePerson(person);
    String given = PersonName.given(name);
    Stream<Enrolled> renamed =
        faces.stream()
            .map(f -> f.person().equals(old) ? new Enrolled(given, f.photo(), f.embedding()) : f);
    return new Gallery(made, renamed.toList());
  }

  private Gallery keep(Predicate<Enrolled> wanted) {
    return new Gallery(made, faces.stream().filter(wanted).toList());
  }

  private String requirePerson(String person) {
    String name = PersonName.of(person);
    if (faces.stream().noneMatch(f -> f.person().equals(name))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "The gallery knows nobody named \"%s\"; it knows %s.", name, people()));
    }
    return name;
  }

  /**
   * @throws IllegalArgumentException if a vector comes from another model than the gallery's
   */
  public void require(Embedding embedding) {
    if (!embedding.model().equals(model())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "This gallery was made with the model %s; a vector of %s means nothing to it. Use the"
                  + " same model and mirror, or enrol again.",
              model(),
              embedding.model()));
    }
  }

  /**
   * @throws IllegalArgumentException if the model's file is not the one the gallery was made with
   */
  public void requireModel(String otherModel, String otherSha256) {
    if (!model().equals(otherModel) || !sha256().equals(otherSha256)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "This gallery was made with the model %s (SHA-256 %s), not with %s (SHA-256 %s). Use"
                  + " the same model and mirror, or enrol again.",
              model(),
              brief(sha256()),
              otherModel,
              brief(otherSha256)));
    }
  }

  private static String brief(String hash) {
    return hash.length() > 12 ? hash.substring(0, 12) + "..." : hash;
  }
}
