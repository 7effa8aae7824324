package io.github.facesj.batch;

import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.PassedOver;
import io.github.facesj.run.PassedOverCount;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A folder of folders, one for each person and named like the person, with photos in it. */
final class PeopleFolder {

  private static final String MOVE = "Move them into the folder of their person.";

  private PeopleFolder() {}

  /**
   * The photos that lie in the folder of a person, in the order of people and photos; folders of
   * people may be links.
   *
   * @throws FacesException if the folder cannot be read, or no person has a photo
   */
  static PhotoListing of(PhotoFolder folder, Progress progress) throws FacesException {
    PhotoListing all = folder.listing(true, progress);
    List<Path> photos = new ArrayList<>();
    PassedOverCount elsewhere = new PassedOverCount();
    for (Path photo : all.photos()) {
      String name = PhotoFolder.relative(folder.path(), photo);
      int first = name.indexOf('/');
      if (first < 0) {
        elsewhere.add("photos in no person's folder", MOVE, name);
      } else if (name.indexOf('/', first + 1) > 0) {
        elsewhere.add("photos in folders within a person's folder", MOVE, name);
      } else {
        photos.add(photo);
      }
    }
    if (photos.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s holds no people: it needs one folder for each person, named like the"
                  + " person, with photos in it.",
              PathText.of(folder.path())));
    }
    photos.sort(
        Comparator.comparing((Path photo) -> PathText.name(photo.getParent()))
            .thenComparing(PathText::name));
    List<PassedOver> over = new ArrayList<>(elsewhere.list());
    over.addAll(all.passedOver());
    return new PhotoListing(folder.path(), photos, over);
  }
}
