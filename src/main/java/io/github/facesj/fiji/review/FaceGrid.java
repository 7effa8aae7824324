package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedFace;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JComponent;
import javax.swing.Scrollable;

/** Faces side by side, of which only those in sight are painted, to choose from. */
final class FaceGrid extends JComponent implements Scrollable {

  private static final long serialVersionUID = 1L;

  private static final int FACE = 92;
  private static final int STEP = FACE + 18;

  private final transient FacePainter painter;
  private final transient Function<ArchivedFace, String> words;
  private final DefaultListSelectionModel chosen = new DefaultListSelectionModel();
  private transient List<ArchivedFace> faces = List.of();

  /**
   * @param words what to say of a face below the pointer
   * @param changed is called when others are chosen
   * @param opened is called when a face is clicked twice
   */
  FaceGrid(
      FacePainter painter,
      Function<ArchivedFace, String> words,
      Runnable changed,
      Runnable opened) {
    this.painter = painter;
    this.words = words;
    setFocusable(true);
    setToolTipText("");
    FaceGridKeys.install(this);
    chosen.addListSelectionListener(
        e -> {
          repaint();
          if (!e.getValueIsAdjusting()) {
            changed.run();
          }
        });
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent e) {
            requestFocusInWindow();
            click(e);
          }

          @Override
          public void mouseClicked(MouseEvent e) {
            if (e.getClickCount() == 2 && indexAt(e) >= 0) {
              opened.run();
            }
          }
        });
    addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent e) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent e) {
            repaint();
          }
        });
  }

  /** Shows other faces, none of them chosen. */
  void show(List<ArchivedFace> others) {
    faces = List.copyOf(others);
    chosen.clearSelection();
    chosen.setAnchorSelectionIndex(-1);
    chosen.setLeadSelectionIndex(-1);
    revalidate();
    repaint();
  }

  List<ArchivedFace> faces() {
    return faces;
  }

  /** Those chosen, in their order. */
  List<ArchivedFace> chosen() {
    return IntStream.range(0, faces.size())
        .filter(chosen::isSelectedIndex)
        .mapToObj(faces::get)
        .toList();
  }

  /** Chooses faces from one to another. */
  void choose(int from, int to) {
    chosen.setSelectionInterval(from, to);
  }

  /** Moves the keyboard's place. */
  void go(int steps, boolean extend) {
    if (faces.isEmpty()) {
      return;
    }
    int lead = chosen.getLeadSelectionIndex();
    int to = lead < 0 ? 0 : Math.max(0, Math.min(faces.size() - 1, lead + steps));
    if (extend && lead >= 0) {
      chosen.setLeadSelectionIndex(to);
    } else {
      chosen.setSelectionInterval(to, to);
    }
    scrollRectToVisible(cell(to));
  }

  /** Chooses the face at the keyboard's place, or no longer. */
  void toggle() {
    int lead = chosen.getLeadSelectionIndex();
    if (lead >= 0 && lead < faces.size()) {
      toggle(lead);
    }
  }

  void chooseNone() {
    chosen.clearSelection();
  }

  private void toggle(int index) {
    if (chosen.isSelectedIndex(index)) {
      chosen.removeSelectionInterval(index, index);
    } else {
      chosen.addSelectionInterval(index, index);
    }
  }

  private void click(MouseEvent e) {
    int index = indexAt(e);
    if (index < 0) {
      chosen.clearSelection();
    } else if (e.isShiftDown() && chosen.getAnchorSelectionIndex() >= 0) {
      chosen.setSelectionInterval(chosen.getAnchorSelectionIndex(), index);
    } else if (e.isControlDown() || e.isMetaDown()) {
      toggle(index);
    } else {
      chosen.setSelectionInterval(index, index);
    }
  }

  int columns() {
    return Math.max(1, (getWidth() - ReviewStyle.MARGIN) / STEP);
  }

  private Rectangle cell(int index) {
    int columns = columns();
    return new Rectangle(
        ReviewStyle.MARGIN / 2 + index % columns * STEP, index / columns * STEP, STEP, STEP);
  }

  private int indexAt(MouseEvent e) {
    int column = (e.getX() - ReviewStyle.MARGIN / 2) / STEP;
    int index = e.getY() / STEP * columns() + column;
    return column < columns() && index < faces.size() ? index : -1;
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    int index = indexAt(event);
    return index < 0 ? null : words.apply(faces.get(index));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Rectangle clip = g.getClipBounds();
    Graphics2D smooth = ReviewStyle.smooth(g);
    smooth.setColor(ReviewStyle.PAPER);
    smooth.fill(clip);
    int first = clip.y / STEP * columns();
    int end = Math.min(faces.size(), ((clip.y + clip.height) / STEP + 1) * columns());
    for (int i = Math.max(0, first); i < end; i++) {
      Rectangle cell = cell(i);
      int x = cell.x + (STEP - FACE) / 2;
      int y = cell.y + (STEP - FACE) / 2;
      painter.paint(smooth, faces.get(i), x, y, FACE);
      if (faces.get(i).settled()) {
        painter.settled(smooth, x, y, FACE);
      }
      boolean lead = isFocusOwner() && i == chosen.getLeadSelectionIndex();
      painter.chosen(smooth, x, y, FACE, chosen.isSelectedIndex(i), lead);
    }
    smooth.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    int rows = (faces.size() + columns() - 1) / columns();
    return new Dimension(3 * STEP + ReviewStyle.MARGIN, rows * STEP);
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(4 * STEP + ReviewStyle.MARGIN, 3 * STEP);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return STEP;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return Math.max(STEP, visible.height / STEP * STEP);
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent().getHeight() > getPreferredSize().height;
  }
}
