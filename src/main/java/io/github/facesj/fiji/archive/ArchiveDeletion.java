package io.github.facesj.fiji.archive;

import io.github.facesj.archive.Deletion;
import io.github.facesj.archive.Deletion.Deleted;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be deleted from an archive, and what there is to say about it afterwards. */
public final class ArchiveDeletion {

  private static final String FOUND_AGAIN =
      " The photo files are untouched, and Index Folder finds what still lies in its folder again:"
          + " move it away first if it is to stay out.";

  private final Optional<String> person;
  private final Optional<Path> photo;
  private final Optional<Path> folder;

  private ArchiveDeletion(Optional<String> person, Optional<Path> photo, Optional<Path> folder) {
    this.person = person;
    this.photo = photo;
    this.folder = folder;
  }

  /**
   * @param person name, blank for none
   * @throws IllegalArgumentException unless exactly one is given
   */
  public static ArchiveDeletion of(String person, Optional<Path> photo, Optional<Path> folder) {
    Optional<String> name = Optional.of(person.strip()).filter(text -> !text.isEmpty());
    long given = Stream.of(name, photo, folder).filter(Optional::isPresent).count();
    if (given != 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Say what is to be deleted: a person, a photo or a folder, and only one of them; %s.",
              given == 0 ? "none was named" : given + " were named"));
    }
    return new ArchiveDeletion(name, photo, folder);
  }

  /**
   * Deletes it.
   *
   * @return what was deleted, in sentences
   * @throws FacesException if the archive cannot be written, or another program reads it
   * @throws IllegalArgumentException if the archive has nothing of the kind
   */
  public String from(Deletion deletion) throws FacesException {
    if (person.isPresent()) {
      Deleted gone = deletion.person(person.get());
      return String.format(
          Locale.ROOT,
          "%s and %s are gone from the archive. Their photos stay known, and Index Folder looks for"
              + " faces in them again only if they change. What was decided about them can no"
              + " longer be undone.",
          person.get(),
          count(gone.faces(), "face"));
    }
    Deleted gone =
        photo.isPresent() ? deletion.photo(photo.get()) : deletion.folder(folder.orElseThrow());
    String people =
        gone.people() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " %s had no other face, so the name is gone as well, and what was decided about"
                    + " them can no longer be undone.",
                gone.people() == 1 ? "1 person" : gone.people() + " people");
    return String.format(
        Locale.ROOT,
        "%s with %s gone from the archive.%s%s",
        count(gone.photos(), "photo"),
        count(gone.faces(), "face") + (gone.photos() == 1 ? " is" : " are"),
        people,
        FOUND_AGAIN);
  }

  private static String count(int n, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", n, what, n == 1 ? "" : "s");
  }
}
