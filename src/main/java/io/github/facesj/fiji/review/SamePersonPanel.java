package io.github.facesj.fiji.review;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Asks of two clusters at a time whether they are one person. One key answers. */
final class SamePersonPanel extends JPanel {

  private static final long serialVersionUID = 1L;

  private final transient ReviewController desk;
  private final SideView left;
  private final SideView right;
  private final JLabel asked = new JLabel(" ", SwingConstants.CENTER);
  private final JLabel likeness = new JLabel(" ", SwingConstants.CENTER);
  private final transient List<KeyedAction> answers;
  private final transient Deque<MergeSuggestion> waiting = new ArrayDeque<>();
  private final transient Deque<Answer> given = new ArrayDeque<>();
  private transient Optional<MergeSuggestion> current = Optional.empty();

  /**
   * @param decided whether the answer changed something
   */
  private record Answer(MergeSuggestion question, boolean decided) {}

  /**
   * @param leave is called when somebody has had enough
   */
  SamePersonPanel(ReviewController desk, FacePainter painter, Runnable leave) {
    super(new BorderLayout(0, ReviewStyle.MARGIN));
    this.desk = desk;
    left = new SideView(painter);
    right = new SideView(painter);
    answers =
        List.of(
            new KeyedAction("Yes, the same", "Y", "Puts the two together", this::yes),
            new KeyedAction("No, two people", "N", "Keeps them apart for ever", this::no),
            new KeyedAction("Later", "L", "Asks about the others first", this::later));
    KeyedAction back = new KeyedAction("Take back", "U", "Takes the last answer back", this::back);
    KeyedAction end = new KeyedAction("Close", "ESCAPE", "Shows all clusters again", leave);
    setFocusable(true);
    setBackground(ReviewStyle.DESK);
    setBorder(BorderFactory.createEmptyBorder(ReviewStyle.MARGIN, 40, ReviewStyle.MARGIN, 40));
    asked.setFont(ReviewStyle.title());
    asked.setForeground(ReviewStyle.INK);
    likeness.setFont(ReviewStyle.text());
    likeness.setForeground(ReviewStyle.FAINT);
    JPanel head = clear(new JPanel(new BorderLayout(0, 4)));
    head.add(asked, BorderLayout.NORTH);
    head.add(likeness, BorderLayout.SOUTH);
    add(head, BorderLayout.NORTH);
    JPanel sides = clear(new JPanel(new GridLayout(1, 2, 2 * ReviewStyle.MARGIN, 0)));
    sides.add(left);
    sides.add(right);
    add(sides);
    JPanel buttons = clear(new JPanel(new FlowLayout(FlowLayout.CENTER, ReviewStyle.MARGIN, 0)));
    for (KeyedAction action : answers) {
      add(buttons, action);
    }
    add(buttons, back);
    add(buttons, end);
    add(buttons, BorderLayout.SOUTH);
  }

  private void add(JPanel buttons, KeyedAction action) {
    action.bind(this);
    PlainButton button = new PlainButton(action);
    button.setFocusable(false); // the panel has the keys
    buttons.add(button);
  }

  private static JPanel clear(JPanel panel) {
    panel.setOpaque(false);
    return panel;
  }

  /** Looks for pairs, and asks about the first. */
  void start() {
    given.clear();
    look();
  }

  private void look() {
    show("Looking for clusters that may be one person\u2026", Optional.empty());
    desk.ask(
        model -> model.questions(desk.progress()),
        questions -> {
          waiting.clear();
          waiting.addAll(questions);
          next(false);
        });
    requestFocusInWindow();
  }

  private record Sides(MergeSuggestion question, ReviewRow a, ReviewRow b) {}

  /** Clusters that answers have put together are not asked about any more. */
  private void next(boolean again) {
    List<MergeSuggestion> all = List.copyOf(waiting);
    show(" ", Optional.empty());
    desk.ask(
        model -> {
          for (MergeSuggestion question : all) {
            Optional<ReviewRow> a = model.faces().row(question.a());
            Optional<ReviewRow> b = model.faces().row(question.b());
            if (a.isPresent() && b.isPresent()) {
              return Optional.of(new Sides(question, a.get(), b.get()));
            }
          }
          return Optional.<Sides>empty();
        },
        sides -> {
          if (sides.isPresent()) {
            while (!waiting.isEmpty() && !waiting.peekFirst().equals(sides.get().question())) {
              waiting.removeFirst();
            }
            show("Are these the same person?", sides);
          } else if (again) {
            look();
          } else {
            show("There is no pair of clusters left to ask about.", Optional.empty());
          }
        });
  }

  private void show(String words, Optional<Sides> sides) {
    current = sides.map(Sides::question);
    asked.setText(words);
    likeness.setText(
        sides
            .map(s -> String.format(Locale.ROOT, "Likeness %.2f", s.question().likeness()))
            .orElse(" "));
    left.show(sides.map(Sides::a));
    right.show(sides.map(Sides::b));
    answers.forEach(answer -> answer.setEnabled(sides.isPresent()));
  }

  private void yes() {
    MergeSuggestion question = current.orElseThrow();
    desk.decide(d -> d.clusters().merge(List.of(question.a(), question.b())));
    answered(question, true);
  }

  private void no() {
    MergeSuggestion question = current.orElseThrow();
    desk.decide(d -> d.clusters().differ(question.a(), question.b()));
    answered(question, true);
  }

  private void later() {
    MergeSuggestion question = current.orElseThrow();
    waiting.addLast(question);
    answered(question, false);
  }

  private void answered(MergeSuggestion question, boolean decided) {
    waiting.removeFirst();
    given.push(new Answer(question, decided));
    next(true);
  }

  private void back() {
    if (!given.isEmpty()) {
      Answer last = given.pop();
      if (last.decided()) {
        desk.undo();
      } else {
        waiting.removeLastOccurrence(last.question());
      }
      waiting.addFirst(last.question());
      next(true);
    }
  }

  /** Whether somebody may answer, and about which pair. */
  Optional<MergeSuggestion> current() {
    return current;
  }
}
