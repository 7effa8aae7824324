package io.github.facesj.fiji.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.AbstractListModel;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import javax.swing.text.Position;

/**
 * The rows, of which only those in sight are painted. What is selected stays so when rows change.
 */
final class RowList extends JList<ReviewRow> {

  private static final long serialVersionUID = 1L;

  RowList(FacePainter painter) {
    setFixedCellHeight(RowRenderer.HEIGHT);
    setFixedCellWidth(10); // as wide as the window is; else every row would be measured
    setCellRenderer(new RowRenderer(painter));
    setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
    setBackground(ReviewStyle.PAPER);
  }

  /** Shows other rows. */
  void show(List<ReviewRow> rows) {
    Set<Optional<Long>> chosen = new HashSet<>();
    getSelectedValuesList().forEach(row -> chosen.add(id(row)));
    int first = Math.max(0, getMinSelectionIndex());
    setValueIsAdjusting(true);
    setModel(new Rows(rows));
    for (int i = 0; i < rows.size() && !chosen.isEmpty(); i++) {
      if (chosen.contains(id(rows.get(i)))) {
        addSelectionInterval(i, i);
      }
    }
    if (isSelectionEmpty() && !rows.isEmpty()) {
      setSelectedIndex(Math.min(first, rows.size() - 1));
    }
    setValueIsAdjusting(false);
    if (!isSelectionEmpty()) {
      ensureIndexIsVisible(getMinSelectionIndex());
    }
  }

  private static Optional<Long> id(ReviewRow row) {
    return row.cluster().map(cluster -> cluster.id());
  }

  private static final class Rows extends AbstractListModel<ReviewRow> {

    private static final long serialVersionUID = 1L;
    private final transient List<ReviewRow> rows;

    Rows(List<ReviewRow> rows) {
      this.rows = rows;
    }

    @Override
    public int getSize() {
      return rows.size();
    }

    @Override
    public ReviewRow getElementAt(int index) {
      return rows.get(index);
    }
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  /** Letters are commands here, not the beginnings of names. */
  @Override
  public int getNextMatch(String prefix, int start, Position.Bias bias) {
    return -1;
  }
}
