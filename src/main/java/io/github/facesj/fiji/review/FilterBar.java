package io.github.facesj.fiji.review;

import java.awt.Component;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Says what is looked at: kind, name, folder, time. */
final class FilterBar extends JPanel {

  private static final long serialVersionUID = 1L;
  private static final String ALL_FOLDERS = "All folders";

  private final JComboBox<ShownFaces> shown = new JComboBox<>(ShownFaces.values());
  private final JTextField name = field(9, "Part of a name");
  private final JComboBox<String> folder = new JComboBox<>();
  private final JTextField from = field(7, "Such as 1998, 1998-05 or 1998-05-17");
  private final JTextField to = field(7, "Such as 1998, 1998-05 or 1998-05-17");
  private final transient Consumer<ReviewFilter> changed;
  private final transient Consumer<String> complaint;

  /**
   * @param changed gets the filter whenever it is another
   * @param complaint gets the sentence if what stands there is no filter
   */
  FilterBar(List<String> folders, Consumer<ReviewFilter> changed, Consumer<String> complaint) {
    super(new FlowLayout(FlowLayout.LEFT, ReviewStyle.GAP, ReviewStyle.GAP));
    this.changed = changed;
    this.complaint = complaint;
    setBackground(ReviewStyle.DESK);
    setBorder(BorderFactory.createMatteBorder(0, 0, 1, 0, ReviewStyle.LINE));
    List<String> all = new ArrayList<>(List.of(ALL_FOLDERS));
    all.addAll(folders);
    all.forEach(folder::addItem);
    folder.setRenderer(new Tail());
    folder.setPrototypeDisplayValue("x".repeat(26));
    for (JComboBox<?> box : List.of(shown, folder)) {
      box.setFont(ReviewStyle.text());
      box.setBackground(ReviewStyle.PAPER);
      box.addActionListener(e -> tell());
    }
    add(shown);
    add(label("Name"));
    add(name);
    add(label("Folder"));
    add(folder);
    add(label("From"));
    add(from);
    add(label("to"));
    add(to);
    name.getDocument().addDocumentListener(new Typing());
    from.addActionListener(e -> tell());
    to.addActionListener(e -> tell());
    from.getDocument().addDocumentListener(new Typing());
    to.getDocument().addDocumentListener(new Typing());
  }

  /** Where a search for a person begins. */
  void search() {
    name.requestFocusInWindow();
    name.selectAll();
  }

  void show(ShownFaces kind) {
    shown.setSelectedItem(kind);
  }

  private void tell() {
    int place = folder.getSelectedIndex();
    try {
      changed.accept(
          new ReviewFilter(
              (ShownFaces) shown.getSelectedItem(),
              name.getText(),
              place <= 0 ? "" : folder.getItemAt(place),
              from.getText(),
              to.getText()));
    } catch (IllegalArgumentException e) {
      complaint.accept(e.getMessage());
    }
  }

  private static JTextField field(int columns, String help) {
    JTextField field = new JTextField(columns);
    field.setFont(ReviewStyle.text());
    field.setToolTipText(help);
    field.setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(ReviewStyle.LINE),
            BorderFactory.createEmptyBorder(3, 5, 3, 5)));
    return field;
  }

  private static JLabel label(String words) {
    JLabel label = new JLabel(words);
    label.setFont(ReviewStyle.text());
    label.setForeground(ReviewStyle.FAINT);
    return label;
  }

  /** The end of a long path says more than its beginning. */
  private static final class Tail extends DefaultListCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int LETTERS = 30;

    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focus) {
      String path = String.valueOf(value);
      boolean cut = index < 0 && path.length() > LETTERS;
      String words = cut ? "\u2026" + path.substring(path.length() - LETTERS) : path;
      super.getListCellRendererComponent(list, words, index, selected, focus);
      setToolTipText(path);
      return this;
    }
  }

  /** A name or a date takes effect while it is typed, once it is complete. */
  private final class Typing implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
      tell();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
      tell();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
      // of looks, not of letters
    }
  }
}
