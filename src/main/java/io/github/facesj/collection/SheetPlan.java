package io.github.facesj.collection;

import io.github.facesj.archive.Archive;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.JpegReader;
import io.github.facesj.picture.FaceSheet;
import io.github.facesj.picture.SheetLayout;
import io.github.facesj.run.FacesException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A contact sheet of an archive before it is drawn: who is on which page. Pages are drawn one at a
 * time, so that a large archive needs no more memory than a small one.
 */
public final class SheetPlan {

  /** Whose pictures show most come first. */
  private static final Comparator<ArchiveView.Seen> BEST_FIRST =
      Comparator.comparingDouble((ArchiveView.Seen s) -> -s.face().quality())
          .thenComparingLong(s -> s.face().id());

  private record Section(FaceSheet.Caption caption, List<Long> faces) {}

  private final SheetLayout layout;
  private final List<Section> sections;
  private final List<List<SheetLayout.Part>> pages;
  private final int people;

  private SheetPlan(SheetLayout layout, List<Section> sections, int people) {
    this.layout = layout;
    this.sections = sections;
    this.pages = layout.pages(sections.stream().map(s -> s.faces().size()).toList());
    this.people = people;
  }

  /**
   * Chooses what to draw.
   *
   * @throws FacesException if the archive cannot be read
   * @throws IllegalArgumentException if it has nobody to show
   */
  public static SheetPlan of(Archive archive, SheetLayout layout, SheetChoice choice)
      throws FacesException {
    ArchiveView view = ArchiveView.of(archive);
    List<PersonFaces> people = PersonFaces.of(view, choice.unnamed());
    if (people.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, nobody(view, choice), archive.file()));
    }
    List<Section> sections =
        people.stream()
            .limit(SheetChoice.limit(choice.people(), people.size()))
            .map(person -> section(person, choice))
            .toList();
    return new SheetPlan(layout, sections, people.size());
  }

  private static String nobody(ArchiveView view, SheetChoice choice) {
    if (view.faces().isEmpty()) {
      return "The archive %s holds no face. Put photos with faces into it by Index Folder...";
    }
    return choice.unnamed()
        ? "Nobody in the archive %s has a name, and no cluster has two faces. Group its faces by"
            + " Cluster Archive..., or give names in Review Faces..."
        : "Nobody in the archive %s has a name. Give names in Review Faces..., or show clusters"
            + " without one, too (unnamed=true).";
  }

  private static Section section(PersonFaces person, SheetChoice choice) {
    int all = person.faces().size();
    int shown = SheetChoice.limit(choice.faces(), all);
    String count = (shown < all ? shown + " of " : "") + all + (all == 1 ? " face" : " faces");
    return new Section(
        new FaceSheet.Caption(person.title(), count, person.isNamed()),
        person.faces().stream()
            .sorted(BEST_FIRST)
            .limit(shown)
            .map(seen -> seen.face().id())
            .toList());
  }

  /** How many pages there are, at least one. */
  public int pages() {
    return pages.size();
  }

  /** Pixels that each page is wide. */
  public int width() {
    return layout.width();
  }

  /** Pixels that each page is high. */
  public int height() {
    return pages.stream().mapToInt(layout::height).max().orElseThrow();
  }

  /** Whom a page begins with. */
  public String title(int page) {
    return sections.get(pages.get(page).get(0).section()).caption().title();
  }

  /**
   * Draws a page.
   *
   * @param page from 0
   * @param archive the one that the plan was made from, unchanged
   * @throws FacesException if it cannot be read
   */
  public FaceImage draw(int page, Archive archive) throws FacesException {
    return new FaceSheet(layout)
        .draw(
            pages.get(page),
            height(),
            section -> sections.get(section).caption(),
            (section, face) ->
                JpegReader.decode(archive.thumbnail(sections.get(section).faces().get(face))));
  }

  /** For a person: {@code people and clusters: 7 of 9, faces: 43, pages: 1}. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "people and clusters: %d%s, faces: %d, pages: %d",
        sections.size(),
        sections.size() < people ? " of " + people : "",
        sections.stream().mapToInt(s -> s.faces().size()).sum(),
        pages());
  }
}
