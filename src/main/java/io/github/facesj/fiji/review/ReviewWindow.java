package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.run.EscapeKey;
import io.github.facesj.io.PathText;
import io.github.facesj.run.FacesException;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;

/** The window: rows on the left, the faces of the selected ones on the right. */
public final class ReviewWindow extends JFrame implements ReviewController.View {

  private static final long serialVersionUID = 1L;
  private static final String ROWS = "rows";
  private static final String PAIRS = "pairs";

  private final transient ReviewModel model;
  private final transient ReviewController desk;
  private final transient Thumbnails thumbnails;
  private final RowList rows;
  private final FacesPanel faces;
  private final SamePersonPanel pairs;
  private final FilterBar filter;
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final StatusPanel foot;
  private final transient ReviewActions actions;

  /**
   * Opens the window on an archive, which nobody else can write until it is closed. Returns when it
   * is there; not to be called on the event thread.
   *
   * @param file an archive
   * @param faces owns the models that make faces of boxes drawn by hand
   * @throws FacesException if it is none, is damaged, or is being written by somebody else
   */
  public static ReviewWindow open(Path file, FacesService faces) throws FacesException {
    Archive archive = Archive.open(file);
    try {
      ReviewModel model = new ReviewModel(archive);
      DrawnBoxes photos = new DrawnBoxes(new ArchiveIntake(faces, archive.settings()));
      ReviewWindow[] window = new ReviewWindow[1];
      EventQueue.invokeAndWait(
          () -> {
            window[0] = new ReviewWindow(model, photos);
            window[0].setLocationRelativeTo(null);
            window[0].setVisible(true);
          });
      return window[0];
    } catch (FacesException | RuntimeException e) {
      archive.close();
      throw e;
    } catch (InterruptedException e) {
      archive.close();
      Thread.currentThread().interrupt();
      throw new FacesException("The window was not opened, because ImageJ is closing.", e);
    } catch (InvocationTargetException e) {
      archive.close();
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * @param model closed with the window
   * @param photos opens photos and takes boxes drawn on them
   */
  ReviewWindow(ReviewModel model, DrawnBoxes photos) {
    super("Review Faces: " + PathText.name(model.archive().file()));
    this.model = model;
    desk = new ReviewController(model, this);
    thumbnails = new Thumbnails(model.archive(), this::repaint);
    FacePainter painter = new FacePainter(thumbnails);
    rows = new RowList(painter);
    actions = new ReviewActions(this, desk, photos);
    faces =
        new FacesPanel(
            painter,
            this::words,
            actions::name,
            rows::requestFocusInWindow,
            actions::refresh,
            actions::openPhoto);
    pairs = new SamePersonPanel(desk, painter, this::showRows);
    foot = new StatusPanel(actions);
    filter = new FilterBar(model.faces().folders(), desk::look, this::complain);
    build();
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    EscapeKey escape = new EscapeKey(desk::stop);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowOpened(WindowEvent e) {
            escape.listen();
          }

          @Override
          public void windowClosed(WindowEvent e) {
            escape.leave();
            desk.stop();
            thumbnails.close();
            desk.close();
          }
        });
    desk.look(ReviewFilter.ALL);
  }

  private void build() {
    rows.addListSelectionListener(
        e -> {
          if (!e.getValueIsAdjusting()) {
            selected();
          }
        });
    JScrollPane list = new JScrollPane(rows);
    list.setBorder(BorderFactory.createEmptyBorder());
    list.getVerticalScrollBar().setUnitIncrement(RowRenderer.HEIGHT / 2);
    JPanel left = new JPanel(new BorderLayout());
    left.add(list);
    left.add(bar(actions.ofRows()), BorderLayout.SOUTH);
    JPanel right = new JPanel(new BorderLayout());
    right.add(faces);
    right.add(bar(actions.ofFaces()), BorderLayout.SOUTH);
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, left, right);
    split.setBorder(BorderFactory.createEmptyBorder());
    split.setDividerSize(6);
    split.setResizeWeight(0.55);
    left.setMinimumSize(new Dimension(360, 200));
    right.setMinimumSize(new Dimension(420, 200));
    left.setPreferredSize(new Dimension(640, 600));
    middle.add(split, ROWS);
    middle.add(pairs, PAIRS);
    for (KeyedAction action : actions.all()) {
      action.bind(list);
      action.bind(faces.grid());
    }
    for (KeyedAction action : actions.everywhere()) {
      action.bind(getRootPane());
    }
    add(filter, BorderLayout.NORTH);
    add(middle);
    add(foot, BorderLayout.SOUTH);
    setPreferredSize(new Dimension(1200, 740));
    setMinimumSize(new Dimension(900, 560));
    pack();
  }

  private static JPanel bar(List<KeyedAction> actions) {
    JPanel bar = new JPanel(new WrapLayout(ReviewStyle.GAP));
    bar.setBackground(ReviewStyle.DESK);
    bar.setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, ReviewStyle.LINE));
    actions.forEach(action -> bar.add(new PlainButton(action)));
    return bar;
  }

  @Override
  public void show(ReviewUpdate update) {
    faces.name().know(update.names());
    rows.show(update.rows());
    if (update.rows().isEmpty()) {
      faces.show(List.of());
    }
    actions.history(update.undoable(), update.redoable());
    foot.say(update.sentence());
  }

  @Override
  public void complain(String sentence) {
    foot.complain(sentence);
  }

  private void selected() {
    List<ReviewRow> chosen = rows.getSelectedValuesList();
    faces.show(chosen);
    actions.refresh();
    if (chosen.size() == 1) {
      desk.ask(
          asked -> asked.guesses(chosen.get(0)),
          guesses -> {
            if (rows.getSelectedValuesList().equals(chosen)) {
              faces.guess(guesses);
            }
          });
    }
  }

  private String words(ArchivedFace face) {
    return model.faces().photo(face.photo()).path()
        + model.faces().photo(face.photo()).taken().map(t -> ", " + t.replace('T', ' ')).orElse("");
  }

  /** Shows the rows again, after pairs. */
  void showRows() {
    cards.show(middle, ROWS);
    filter.setVisible(true);
    foot.showKeys(true);
    rows.requestFocusInWindow();
  }

  /** Asks about pairs. */
  void showPairs() {
    cards.show(middle, PAIRS);
    filter.setVisible(false);
    foot.showKeys(false);
    pairs.start();
  }

  RowList rows() {
    return rows;
  }

  FacesPanel faces() {
    return faces;
  }

  FilterBar filter() {
    return filter;
  }

  SamePersonPanel pairs() {
    return pairs;
  }

  String message() {
    return foot.sentence();
  }
}
