package io.github.facesj.fiji.review;

import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A field for a name that offers the known ones while somebody types. */
final class NameField extends JTextField {

  private static final long serialVersionUID = 1L;
  private static final int OFFERED = 8;

  private final JList<String> offers = new JList<>();
  private final JPopupMenu popup = new JPopupMenu();
  private final transient Runnable left;
  private transient List<String> names = List.of();
  private boolean quiet;

  /**
   * @param given gets the name when Enter is pressed
   * @param left is called when Escape is pressed
   */
  NameField(Consumer<String> given, Runnable left) {
    super(16);
    this.left = left;
    setFont(ReviewStyle.title());
    setBorder(
        BorderFactory.createCompoundBorder(
            BorderFactory.createLineBorder(ReviewStyle.LINE),
            BorderFactory.createEmptyBorder(5, 8, 5, 8)));
    offers.setFont(ReviewStyle.text());
    offers.setFocusable(false);
    offers.setSelectionBackground(ReviewStyle.CHOSEN);
    offers.setSelectionForeground(ReviewStyle.INK);
    offers.setBorder(BorderFactory.createEmptyBorder(4, 8, 4, 8));
    popup.setFocusable(false);
    popup.setBorder(BorderFactory.createLineBorder(ReviewStyle.LINE));
    popup.add(offers);
    setFocusTraversalKeysEnabled(false); // Tab takes the offer
    getDocument().addDocumentListener(new Typing());
    bind("DOWN", () -> move(1));
    bind("UP", () -> move(-1));
    bind("TAB", this::take);
    bind("shift TAB", () -> transferFocusBackward());
    bind("ESCAPE", this::leave);
    bind(
        "ENTER",
        () -> {
          take(false);
          given.accept(getText());
        });
  }

  /** The names to offer. */
  void know(List<String> all) {
    names = List.copyOf(all);
  }

  /** The names it offers. */
  List<String> known() {
    return names;
  }

  /** Shows a name without offering others. */
  void put(String name) {
    quiet = true;
    setText(name);
    popup.setVisible(false);
    quiet = false;
  }

  /** What is offered for what has been typed: names that begin so, then those that hold it. */
  List<String> offers() {
    String typed = lower(getText().strip());
    return typed.isEmpty()
        ? List.of()
        : Stream.concat(
                names.stream().filter(name -> lower(name).startsWith(typed)),
                names.stream()
                    .filter(name -> !lower(name).startsWith(typed) && lower(name).contains(typed)))
            .filter(name -> !name.equals(getText().strip()))
            .limit(OFFERED)
            .toList();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private void offer() {
    List<String> now = offers();
    offers.setListData(now.toArray(String[]::new));
    popup.setVisible(false); // it does not grow while it is shown
    if (!quiet && isFocusOwner() && !now.isEmpty()) {
      popup.show(this, 0, getHeight());
      requestFocusInWindow();
    }
  }

  private void move(int by) {
    int to = offers.getSelectedIndex() + by;
    if (popup.isVisible() && to < offers.getModel().getSize()) {
      if (to < 0) {
        offers.clearSelection();
      } else {
        offers.setSelectedIndex(to);
      }
    }
  }

  private void take() {
    if (popup.isVisible()) {
      take(true);
    } else {
      transferFocus();
    }
  }

  /** Takes the offer that is marked, or else, if there is no other way to mean it, the first. */
  private void take(boolean first) {
    if (popup.isVisible()) {
      String marked = offers.getSelectedValue();
      if (marked == null && first) {
        marked = offers.getModel().getElementAt(0);
      }
      put(marked == null ? getText() : marked);
    }
  }

  private void leave() {
    if (popup.isVisible()) {
      popup.setVisible(false);
    } else {
      left.run();
    }
  }

  private void bind(String key, Runnable work) {
    getInputMap().put(KeyStroke.getKeyStroke(key), key);
    getActionMap()
        .put(
            key,
            new AbstractAction() {
              private static final long serialVersionUID = 1L;

              @Override
              public void actionPerformed(ActionEvent e) {
                work.run();
              }
            });
  }

  private final class Typing implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent e) {
      offer();
    }

    @Override
    public void removeUpdate(DocumentEvent e) {
      offer();
    }

    @Override
    public void changedUpdate(DocumentEvent e) {
      // of looks, not of letters
    }
  }
}
