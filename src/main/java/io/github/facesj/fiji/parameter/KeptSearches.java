package io.github.facesj.fiji.parameter;

import io.github.facesj.io.AtomicFile;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches that somebody kept under a name, each a small file in the folder of models. */
public final class KeptSearches {

  private static final String ENDING = ".search";
  private static final String HEAD = "# A search that FacesJ keeps";
  private static final FileKind KIND = FileKind.startingWith("a kept search", HEAD);

  /** Names are file names on every system, and words of macros. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

  private final Path folder;

  private KeptSearches(Path folder) {
    this.folder = folder;
  }

  /**
   * @param models the folder of models
   */
  public static KeptSearches in(Path models) {
    return new KeptSearches(models.resolve("searches"));
  }

  /** The names there are, sorted. */
  public List<String> names() throws FacesException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(PathText::name)
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> NAME.matcher(name).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT, "The kept searches in %s cannot be listed: %s.", folder, Reason.of(e)),
          e);
    }
  }

  /**
   * @param name case and surrounding blanks do not count
   * @throws IllegalArgumentException if there is none of that name, with those there are
   * @throws FacesException if it cannot be read or makes no sense
   */
  public SearchDetails get(String name) throws FacesException {
    String known = name.strip().toLowerCase(Locale.ROOT);
    if (!names().contains(known)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "What is searched for must be one of normal, small, turned, closeup, thorough, or a"
                  + " search that was kept on this computer (%s), but was \"%s\".",
              names().isEmpty() ? "there is none" : String.join(", ", names()),
              name));
    }
    Path file = file(known);
    Map<String, String> details = new LinkedHashMap<>();
    for (String line : InputFile.lines("The kept search", file, InputFile.ONE_PHOTO)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        details.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
    try {
      SearchDetails kept = new SearchDetails(details);
      if (!kept.hasOwnWord()) {
        throw new IllegalArgumentException("It stands on another search.");
      }
      kept.options();
      return kept;
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The kept search %s cannot be used: %s Delete it, and keep it again.",
              file,
              e.getMessage()),
          e);
    }
  }

  /**
   * Keeps a search, in place of one of that name.
   *
   * @return the name, as the word for it
   * @throws IllegalArgumentException if the name is none
   * @throws FacesException if it cannot be written
   */
  public String keep(String name, SearchDetails details) throws FacesException {
    String word = name.strip().toLowerCase(Locale.ROOT);
    if (!NAME.matcher(word).matches()
        || new SearchDetails(Map.of(SearchDetails.WORD, word)).hasOwnWord()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A search is kept under a word of letters a to z, digits, - and _, other than"
                  + " FacesJ's own words; \"%s\" is none.",
              name));
    }
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    new TreeMap<>(details.given())
        .forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    AtomicFile.create(file(word), KIND).write(text.toString());
    return word;
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }
}
