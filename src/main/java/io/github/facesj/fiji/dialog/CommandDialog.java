package io.github.facesj.fiji.dialog;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionListener;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * The dialog of one command: its sentence, at most eight questions, the rest behind <i>Details</i>,
 * a line of help for whatever has the keyboard. Lives on the event thread.
 */
final class CommandDialog {

  private static final int MARGIN = 12;

  /** So that no dialog is a narrow slip, and none is wider than a small screen. */
  private static final int LEAST_WIDTH = 520;

  /** What a window manager puts round a window, at most. */
  private static final int FRAME = 40;

  private final DialogPlan plan;
  private final JDialog window;
  private final List<Question> questions = new ArrayList<>();
  private final LiveModule live;
  private final QuestionPanel panel;
  private final JScrollPane scroll;
  private final HelpLine help;
  private final JButton ok = new JButton("OK");
  private final JButton more = new JButton();
  private boolean confirmed;
  private boolean changingAll;

  CommandDialog(Window owner, Module module, DialogPlan plan, QuestionFactory factory) {
    this.plan = plan;
    String title = plan.title().replace("...", "");
    window = new JDialog(owner, title, JDialog.ModalityType.APPLICATION_MODAL);
    live = new LiveModule(module, questions);
    help = new HelpLine(plan.sentence());
    panel = new QuestionPanel(plan.defaults(), help);
    plan.first().forEach(item -> add(factory.of(item), false));
    plan.details().forEach(item -> add(factory.of(item), true));
    for (ModuleItem<?> item : plan.extras()) {
      panel.addExtra(item, module.getInput(item.getName()), () -> live.press(item));
    }
    JPanel top = new JPanel(new BorderLayout()); // keeps the rows together where there is room
    top.add(panel, BorderLayout.NORTH);
    scroll =
        new JScrollPane(
            top, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUnitIncrement(16);
    JPanel all = new JPanel(new BorderLayout(0, 8));
    all.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
    all.add(help.sentence(), BorderLayout.NORTH);
    all.add(scroll);
    all.add(south(), BorderLayout.SOUTH);
    window.add(all);
    keys();
    changed();
  }

  private void add(Question question, boolean detail) {
    questions.add(question);
    panel.add(question, detail);
    question.onChange(this::changed);
  }

  private JPanel south() {
    more.addActionListener(e -> showDetails(!panel.isDetailed()));
    more.setVisible(!plan.details().isEmpty());
    JPanel left = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
    left.add(more);
    JPanel right = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
    JButton defaults = button("Defaults", e -> showDefaults());
    defaults.setToolTipText("Answers everything as if you had never been asked.");
    right.add(defaults);
    right.add(button("Cancel", e -> window.dispose()));
    ok.addActionListener(e -> confirm());
    right.add(ok);
    JPanel buttons = new JPanel(new BorderLayout());
    buttons.add(left, BorderLayout.WEST);
    buttons.add(right);
    JPanel south = new JPanel(new BorderLayout(0, 8));
    south.add(help.line());
    south.add(buttons, BorderLayout.SOUTH);
    return south;
  }

  private static JButton button(String label, ActionListener action) {
    JButton button = new JButton(label);
    button.addActionListener(action);
    return button;
  }

  private void keys() {
    window.getRootPane().setDefaultButton(ok);
    window
        .getRootPane()
        .registerKeyboardAction(
            e -> window.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowOpened(WindowEvent e) {
            if (!questions.isEmpty()) {
              help.focus(questions.get(0));
            }
          }
        });
  }

  /**
   * Shows the dialog and waits until the person has answered or wants no more.
   *
   * @param complaint why the answers before could not be used, if they could not
   */
  void show(Optional<String> complaint) {
    complaint.ifPresent(this::complain);
    place();
    window.setVisible(true);
  }

  /**
   * Ends what the dialog began: afterwards the module holds the answers, or is as it was. It waits
   * for a preview at work, so it must not be called on the event thread unless all is.
   *
   * @return whether the person answered
   */
  boolean end() {
    live.close(confirmed ? answers() : Map.of());
    return confirmed;
  }

  private void complain(String complaint) {
    help.complain(complaint);
    WrongAnswer.of(complaint, plan.items(), answers())
        .flatMap(item -> questions.stream().filter(q -> q.item() == item).findFirst())
        .ifPresent(
            question -> {
              showDetails(panel.isDetailed() || plan.details().contains(question.item()));
              panel.mark(question);
              help.focus(question);
            });
  }

  private Map<String, Object> answers() {
    Map<String, Object> answers = new LinkedHashMap<>();
    questions.forEach(question -> answers.put(question.name(), question.read()));
    return answers;
  }

  private void changed() {
    if (changingAll) {
      return;
    }
    Map<String, Object> answers = new LinkedHashMap<>();
    Optional<String> problem = Optional.empty();
    for (Question question : questions) {
      try {
        answers.put(question.name(), question.read());
      } catch (IllegalArgumentException e) {
        problem = Optional.of(e.getMessage());
      }
    }
    ok.setEnabled(problem.isEmpty());
    help.wrong(problem);
    nameDetails(answers);
    if (problem.isEmpty()) {
      boolean preview = plan.items().stream().anyMatch(plan::isPreview);
      live.update(answers, preview);
    }
  }

  /** What is out of sight and not as usual is at least counted. */
  private void nameDetails(Map<String, Object> answers) {
    long changed =
        plan.details().stream()
            .filter(i -> answers.containsKey(i.getName()))
            .filter(
                i -> !Objects.equals(answers.get(i.getName()), plan.defaults().get(i.getName())))
            .count();
    String text = (panel.isDetailed() ? "Fewer" : "Details");
    more.setText(changed == 0 ? text : text + " (" + changed + " changed)");
  }

  private void showDefaults() {
    changingAll = true; // one change, whatever the order of the questions
    questions.forEach(question -> question.show(plan.defaults().get(question.name())));
    changingAll = false;
    changed();
  }

  private void showDetails(boolean shown) {
    panel.showDetails(shown);
    changed();
    place();
  }

  /** As large as its content and in the middle, but never larger than the screen. */
  private void place() {
    window.pack();
    GraphicsConfiguration screen = window.getGraphicsConfiguration();
    Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
    Rectangle room = screen.getBounds();
    room.x += taken.left;
    room.y += taken.top;
    room.width -= taken.left + taken.right;
    room.height -= taken.top + taken.bottom + FRAME;
    int bar = scroll.getVerticalScrollBar().getPreferredSize().width;
    int width = Math.min(Math.max(window.getWidth() + bar, LEAST_WIDTH), room.width);
    window.setSize(width, window.getHeight());
    window.validate(); // sentences know how many lines they need only when they know their width
    int height = Math.min(window.getPreferredSize().height, room.height);
    window.setSize(width, height);
    window.setLocationRelativeTo(window.getOwner());
    window.setLocation(
        Math.max(room.x, Math.min(window.getX(), room.x + room.width - width)),
        Math.max(room.y, Math.min(window.getY(), room.y + room.height - height)));
  }

  private void confirm() {
    for (Question question : questions) {
      if (question instanceof ModelQuestion model && !model.fetchIfAbsent()) {
        return; // what cannot run yet is not begun
      }
    }
    confirmed = true;
    window.dispose();
  }
}
