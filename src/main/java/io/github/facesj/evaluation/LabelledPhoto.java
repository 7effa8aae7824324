package io.github.facesj.evaluation;

import io.github.facesj.face.Box;
import io.github.facesj.face.PersonName;
import io.github.facesj.photo.PhotoFolder;
import io.github.facesj.photo.PhotoListing;
import io.github.facesj.run.FacesException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A photo of which is known whom it shows.
 *
 * @param name relative to the folder of the photos, written with {@code /}
 * @param labels the known people in it, at least one
 */
public record LabelledPhoto(String name, List<Label> labels) {

  /**
   * One person in a photo.
   *
   * @param identity who it is
   * @param box where, in pixels of the upright photo; if empty, the face nearest to the centre
   */
  public record Label(String identity, Optional<Box> box) {

    /** A folder on macOS and a table may spell one name in two ways. */
    public Label {
      identity = PersonName.of(identity);
    }
  }

  public LabelledPhoto {
    labels = List.copyOf(labels);
  }

  /**
   * The photos of a folder in which each person has a folder.
   *
   * @throws FacesException if the folder cannot be read, or no photo is in a folder of its own
   */
  public static List<LabelledPhoto> folders(PhotoListing listing) throws FacesException {
    List<LabelledPhoto> photos = new ArrayList<>();
    for (Path photo : listing.photos()) {
      String name = PhotoFolder.relative(listing.folder(), photo);
      int slash = name.lastIndexOf('/');
      if (slash > 0) {
        photos.add(
            new LabelledPhoto(
                name, List.of(new Label(name.substring(0, slash), Optional.empty()))));
      }
    }
    if (photos.isEmpty()) {
      throw new FacesException(
          String.format(
              Locale.ROOT,
              "The folder %s has no folders with photos, one for each person. Give a table of"
                  + " photos and identities, or sort the photos into folders.",
              listing.folder()));
    }
    return List.copyOf(photos);
  }

  /**
   * The photos of a table with the columns {@code photo} (or {@code image}), {@code identity}, and
   * perhaps {@code x, y, width, height}.
   *
   * @throws FacesException if the table cannot be read, lacks a column, or a box is none
   */
  public static List<LabelledPhoto> table(Path file) throws FacesException {
    TruthTable truth = TruthTable.read(file);
    Map<String, List<Label>> labels = new LinkedHashMap<>();
    List<String> identities = truth.texts("identity");
    List<Optional<Box>> boxes = truth.boxOfEachRow();
    for (int i = 0; i < identities.size(); i++) {
      if (!identities.get(i).isBlank()) {
        labels
            .computeIfAbsent(truth.name(i), n -> new ArrayList<>())
            .add(new Label(identities.get(i), boxes.get(i)));
      }
    }
    List<LabelledPhoto> photos = new ArrayList<>();
    labels.forEach((name, people) -> photos.add(new LabelledPhoto(name, people)));
    return List.copyOf(photos);
  }
}
