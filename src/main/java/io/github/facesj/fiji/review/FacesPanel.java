package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedFace;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** The faces of the rows that are selected, with the field for their name. */
final class FacesPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final JLabel title = new JLabel(" ");
  private final JLabel hint = new JLabel(" ");
  private final JPanel guesses = new JPanel(new FlowLayout(FlowLayout.LEFT, ReviewStyle.GAP, 0));
  private final NameField name;
  private final FaceGrid grid;
  private final transient Consumer<String> named;
  private transient List<ReviewRow> rows = List.of();

  /**
   * @param words what to say of a face below the pointer
   * @param named gets the name that somebody gives
   * @param left is called when somebody leaves the name as it is
   * @param chosen is called when other faces are chosen
   * @param opened is called when a face is clicked twice
   */
  FacesPanel(
      FacePainter painter,
      Function<ArchivedFace, String> words,
      Consumer<String> named,
      Runnable left,
      Runnable chosen,
      Runnable opened) {
    super(new BorderLayout(0, ReviewStyle.GAP));
    this.named = named;
    name = new NameField(named, left);
    grid =
        new FaceGrid(
            painter,
            words,
            () -> {
              hint();
              chosen.run();
            },
            opened);
    setBackground(ReviewStyle.PAPER);
    setBorder(
        BorderFactory.createEmptyBorder(
            ReviewStyle.MARGIN, ReviewStyle.MARGIN, ReviewStyle.GAP, ReviewStyle.MARGIN / 2));
    title.setFont(ReviewStyle.title());
    title.setForeground(ReviewStyle.INK);
    hint.setFont(ReviewStyle.small());
    hint.setForeground(ReviewStyle.FAINT);
    guesses.setBackground(ReviewStyle.PAPER);
    JPanel field = new JPanel(new BorderLayout(0, 4));
    field.setBackground(ReviewStyle.PAPER);
    field.add(name);
    field.add(hint, BorderLayout.SOUTH);
    JPanel head = new JPanel(new BorderLayout(0, ReviewStyle.GAP));
    head.setBackground(ReviewStyle.PAPER);
    head.add(title, BorderLayout.NORTH);
    head.add(field);
    head.add(guesses, BorderLayout.SOUTH);
    add(head, BorderLayout.NORTH);
    JScrollPane scroll = new JScrollPane(grid);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getViewport().setBackground(ReviewStyle.PAPER);
    add(scroll);
  }

  FaceGrid grid() {
    return grid;
  }

  NameField name() {
    return name;
  }

  /** Shows the faces of these rows, one row after the other. */
  void show(List<ReviewRow> selected) {
    rows = List.copyOf(selected);
    grid.show(rows.stream().flatMap(row -> row.faces().stream()).toList());
    title.setText(
        rows.isEmpty()
            ? "Nothing to show"
            : rows.size() == 1
                ? rows.get(0).title() + "  \u00b7  " + rows.get(0).count()
                : String.format(
                    Locale.ROOT, "%,d rows  \u00b7  %,d faces", rows.size(), grid.faces().size()));
    Optional<String> known = rows.size() == 1 ? rows.get(0).name() : Optional.empty();
    name.put(known.orElse(""));
    guess(List.of());
    hint();
  }

  /** Shows who these faces may be; a click says so. */
  void guess(List<ReviewModel.Guess> people) {
    guesses.removeAll();
    if (!people.isEmpty()) {
      JLabel label = new JLabel("Looks like");
      label.setFont(ReviewStyle.small());
      label.setForeground(ReviewStyle.FAINT);
      guesses.add(label);
    }
    for (ReviewModel.Guess guess : people) {
      Action take =
          new AbstractAction(
              String.format(Locale.ROOT, "%s %.2f", guess.name(), guess.likeness())) {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
              named.accept(guess.name());
            }
          };
      take.putValue(
          Action.SHORT_DESCRIPTION,
          String.format(
              Locale.ROOT,
              "Say that this is %s (the number is the cosine of the two clusters' middles)",
              guess.name()));
      guesses.add(new PlainButton(take));
    }
    guesses.revalidate();
    guesses.repaint();
  }

  private void hint() {
    int chosen = grid.chosen().size();
    boolean named = rows.size() == 1 && rows.get(0).name().isPresent();
    hint.setText(
        rows.isEmpty()
            ? " "
            : chosen > 0 && chosen < grid.faces().size()
                ? String.format(Locale.ROOT, "Enter gives the %s to this person", faces(chosen))
                : rows.get(0).cluster().isEmpty()
                    ? "Choose faces to say who they are"
                    : named ? "Enter renames this person" : "Who is it? Enter gives the name");
  }

  private static String faces(int count) {
    return count == 1 ? "chosen face" : count + " chosen faces";
  }
}
