package io.github.facesj.fiji.review;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.process.ColorProcessor;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.NewFace;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.fiji.image.PlanePosition;
import io.github.facesj.fiji.overlay.DrawnFaces;
import io.github.facesj.fiji.overlay.FaceOverlays;
import io.github.facesj.fiji.parameter.FaceSource;
import io.github.facesj.image.FaceImage;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoReader;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Progress;
import java.awt.Button;
import java.awt.FlowLayout;
import java.awt.Panel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JOptionPane;

/**
 * Photos of an archive in ImageJ: all faces on them, and boxes drawn for those that were missed.
 */
final class DrawnBoxes {

  /** Makes a face of a box that a person drew. */
  @FunctionalInterface
  interface Intake {
    /**
     * @param stop asked whether to go on
     * @throws FacesException if the models of the archive are not there, or fail
     */
    NewFace of(FaceImage photo, int page, Box box, Progress stop) throws FacesException;
  }

  /** One picture of the archive that is open. */
  private record Opened(ImagePlus image, FaceImage pixels, long photo, int page) {}

  private final Intake intake;
  private final List<Opened> opened = new ArrayList<>();

  DrawnBoxes(Intake intake) {
    this.intake = intake;
  }

  /**
   * Opens the photo of a face.
   *
   * @param add is called by the button below the photo
   */
  void open(ReviewController desk, ArchivedFace face, Runnable add) {
    desk.ask(
        model -> {
          Path file = PathText.of(model.faces().photo(face.photo()).path());
          FaceImage pixels = PhotoReader.read(file, face.page(), desk.progress());
          ImagePlus image =
              new ImagePlus(
                  PathText.name(file),
                  new ColorProcessor(pixels.width(), pixels.height(), pixels.pixels().clone()));
          Opened one = new Opened(image, pixels, face.photo(), face.page());
          draw(model, one, face.id());
          return one;
        },
        one -> {
          opened.removeIf(other -> other.image().getWindow() == null);
          opened.add(one);
          one.image().show();
          addButton(one.image().getWindow(), add);
        });
  }

  /** Names stand at the faces; the one that was asked for has a mark. */
  private static void draw(ReviewModel model, Opened one, long asked) {
    IdentityHashMap<Face, String> labels = new IdentityHashMap<>();
    List<Face> faces = new ArrayList<>();
    for (ArchivedFace face : model.faces().picture(one.photo(), one.page())) {
      Face shown =
          face.points().isPresent()
              ? Face.of(face.box(), face.score(), face.points().get())
              : Face.of(face.box(), face.score());
      String name =
          model.faces().cluster(face.cluster()).flatMap(ArchivedCluster::name).orElse("?");
      labels.put(shown, face.id() == asked ? name + " \u2190" : name);
      faces.add(shown);
    }
    FaceOverlays.show(one.image(), PlanePosition.current(one.image()), faces, labels::get);
  }

  private static void addButton(ImageWindow window, Runnable add) {
    Button button = new Button("Add the drawn box as a face");
    button.addActionListener(e -> add.run());
    Panel panel = new Panel(new FlowLayout(FlowLayout.CENTER, ReviewStyle.GAP, 2));
    panel.add(button);
    window.add(panel);
    window.pack();
  }

  /**
   * Adds the box that is drawn on the photo in front, after asking who it is.
   *
   * @param names the known ones
   */
  void add(ReviewController desk, ReviewWindow window, List<String> names) {
    Optional<Opened> front =
        opened.stream()
            .filter(one -> one.image().getWindow() != null)
            .filter(one -> one.image() == WindowManager.getCurrentImage())
            .findFirst();
    if (front.isEmpty()) {
      window.complain("Open a photo from here (O) and draw a box around the face first.");
      return;
    }
    Opened one = front.get();
    Box box;
    try {
      PlanePosition here = PlanePosition.current(one.image());
      box =
          DrawnFaces.on(one.image(), FaceSource.SELECTION, List.of(here))
              .get(0)
              .faces()
              .get(0)
              .box();
    } catch (IllegalArgumentException e) {
      window.complain("Draw a box around the face on " + one.image().getTitle() + " first.");
      return;
    }
    ask(window, names).ifPresent(name -> add(desk, one, box, name));
  }

  /** The name, empty for nobody in particular; nothing if somebody thinks better of it. */
  private static Optional<String> ask(ReviewWindow window, List<String> names) {
    JComboBox<String> who = new JComboBox<>();
    who.addItem("");
    names.forEach(who::addItem);
    who.setEditable(true);
    int answer =
        JOptionPane.showConfirmDialog(
            window,
            new Object[] {"Who is it? Leave it empty for the next clustering to say.", who},
            "Add a face",
            JOptionPane.OK_CANCEL_OPTION,
            JOptionPane.PLAIN_MESSAGE);
    return answer == JOptionPane.OK_OPTION
        ? Optional.of(String.valueOf(who.getEditor().getItem()).strip())
        : Optional.empty();
  }

  /** Adds a face to the archive, of nobody in particular if the name is empty. */
  void add(ReviewController desk, long photo, FaceImage pixels, int page, Box box, String name) {
    Optional<String> person = name.isEmpty() ? Optional.empty() : Optional.of(name);
    desk.decide(
        d ->
            Optional.of(
                d.faces().draw(photo, intake.of(pixels, page, box, desk.progress()), person)));
  }

  private void add(ReviewController desk, Opened one, Box box, String name) {
    add(desk, one.photo(), one.pixels(), one.page(), box, name);
    desk.ask(
        model -> {
          draw(model, one, -1);
          return one.image();
        },
        ImagePlus::updateAndDraw);
  }
}
