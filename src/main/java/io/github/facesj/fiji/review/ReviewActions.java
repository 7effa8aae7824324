package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be done in the window, each by a button and a key. */
final class ReviewActions {

  private final ReviewWindow window;
  private final ReviewController desk;
  private final DrawnBoxes photos;

  private final KeyedAction name =
      action("Name", "N", "Goes to the field for the name", this::goToName);
  private final KeyedAction merge =
      action("Put together", "M", "The selected rows are one person", this::merge);
  private final KeyedAction ignore =
      action("Ignore", "I", "A stranger whom nobody wants to see", this::ignore);
  private final KeyedAction pairs =
      action("Same person?", "P", "Asks about one pair of clusters at a time", this::pairs);
  private final KeyedAction settle =
      action("Confirm", "C", "The chosen faces, or all, are where they belong", this::settle);
  private final KeyedAction reject =
      action("Not this person", "X", "Takes the chosen faces out, for ever", this::reject);
  private final KeyedAction split =
      action("Split off", "S", "The chosen faces are another person", this::split);
  private final KeyedAction nonface =
      action("Not a face", "F", "Leaves the chosen faces out of everything", this::nonface);
  private final KeyedAction open =
      action("Open photo", "O", "In ImageJ, with all its faces", this::openPhoto);
  private final KeyedAction box =
      action("Add drawn box", "B", "The box drawn on the photo is a face", this::addBox);
  private final KeyedAction undo =
      action("Undo", "control Z", "Takes the last decision back", this::undo);
  private final KeyedAction redo = action("Redo", "control Y", "Makes it again", this::redo);
  private final KeyedAction find =
      action("Find", "control F", "Goes to the field that finds a name", this::find);

  ReviewActions(ReviewWindow window, ReviewController desk, DrawnBoxes photos) {
    this.window = window;
    this.desk = desk;
    this.photos = photos;
    history(Optional.empty(), Optional.empty());
  }

  private static KeyedAction action(String words, String key, String help, Runnable work) {
    return new KeyedAction(words, key, help, work);
  }

  /** Those of the list of rows. */
  List<KeyedAction> ofRows() {
    return List.of(name, merge, ignore, pairs);
  }

  /** Those of the faces. */
  List<KeyedAction> ofFaces() {
    return List.of(settle, reject, split, nonface, open, box);
  }

  List<KeyedAction> ofHistory() {
    return List.of(undo, redo);
  }

  /** Those that a single letter calls, where nobody types. */
  List<KeyedAction> all() {
    return Stream.concat(ofRows().stream(), ofFaces().stream()).toList();
  }

  /** Those that work wherever the focus is. */
  List<KeyedAction> everywhere() {
    return List.of(undo, redo, find);
  }

  /** Only what can be done now is on offer. */
  void refresh() {
    List<ReviewRow> rows = rows();
    List<ArchivedFace> chosen = window.faces().grid().chosen();
    boolean clusters = !rows.isEmpty() && rows.stream().allMatch(row -> row.cluster().isPresent());
    boolean strangers = clusters && rows.get(0).cluster().get().ignored();
    boolean nonfaces = !rows.isEmpty() && rows.get(0).faces().get(0).nonface();
    name.setEnabled(!rows.isEmpty() && !nonfaces);
    merge.setEnabled(clusters && rows.size() > 1);
    ignore.setEnabled(clusters && rows.stream().allMatch(row -> row.name().isEmpty()));
    ignore.say(strangers ? "Bring back" : "Ignore");
    settle.setEnabled(clusters);
    reject.setEnabled(clusters && !chosen.isEmpty());
    split.setEnabled(!chosen.isEmpty() && !nonfaces);
    nonface.setEnabled(!chosen.isEmpty());
    nonface.say(nonfaces ? "A face after all" : "Not a face");
    open.setEnabled(!rows.isEmpty());
  }

  void history(Optional<Decision> undoable, Optional<Decision> redoable) {
    undo.setEnabled(undoable.isPresent());
    redo.setEnabled(redoable.isPresent());
    undo.help(undoable.map(d -> "Take back: " + d).orElse("There is nothing to take back"));
    redo.help(redoable.map(d -> "Make again: " + d).orElse("There is nothing to make again"));
  }

  private List<ReviewRow> rows() {
    return window.rows().getSelectedValuesList();
  }

  private static List<Long> ids(List<ReviewRow> rows) {
    return rows.stream().flatMap(row -> row.cluster().stream()).map(ArchivedCluster::id).toList();
  }

  private List<Long> chosen() {
    return window.faces().grid().chosen().stream().map(ArchivedFace::id).toList();
  }

  private void goToName() {
    window.faces().name().requestFocusInWindow();
    window.faces().name().selectAll();
  }

  /** Some chosen faces go to the person; without any, the rows are the person. */
  void name(String person) {
    List<Long> some = chosen();
    boolean all = some.size() == window.faces().grid().faces().size();
    List<Long> clusters = ids(rows());
    if (!some.isEmpty() && !(all && !clusters.isEmpty())) {
      desk.decide(d -> d.faces().give(some, person));
    } else if (clusters.isEmpty()) {
      window.complain("Choose the faces that are " + person + " first.");
    } else {
      clusters.forEach(cluster -> desk.decide(d -> d.clusters().name(cluster, person)));
    }
    window.rows().requestFocusInWindow();
  }

  private void merge() {
    List<Long> clusters = ids(rows());
    desk.decide(d -> d.clusters().merge(clusters));
  }

  private void ignore() {
    List<Long> clusters = ids(rows());
    boolean back = rows().get(0).cluster().get().ignored();
    desk.decide(d -> back ? d.clusters().unignore(clusters) : d.clusters().ignore(clusters));
  }

  private void settle() {
    List<Long> some = chosen();
    List<Long> all = window.faces().grid().faces().stream().map(ArchivedFace::id).toList();
    desk.decide(d -> d.faces().settle(some.isEmpty() ? all : some));
  }

  private void reject() {
    List<Long> some = chosen();
    desk.decide(d -> d.faces().reject(some));
  }

  private void split() {
    List<Long> some = chosen();
    desk.decide(d -> d.faces().split(some));
  }

  private void nonface() {
    List<Long> some = chosen();
    boolean back = window.faces().grid().chosen().get(0).nonface();
    desk.decide(d -> back ? d.faces().face(some) : d.faces().nonface(some));
  }

  private void pairs() {
    window.showPairs();
  }

  private void undo() {
    desk.undo();
  }

  private void redo() {
    desk.redo();
  }

  private void find() {
    window.filter().search();
  }

  /** Opens the photo of the chosen face, or of the first. */
  void openPhoto() {
    List<ArchivedFace> some = window.faces().grid().chosen();
    List<ArchivedFace> all = window.faces().grid().faces();
    if (!all.isEmpty()) {
      photos.open(desk, some.isEmpty() ? all.get(0) : some.get(0), this::addBox);
    }
  }

  private void addBox() {
    photos.add(desk, window, window.faces().name().known());
  }
}
