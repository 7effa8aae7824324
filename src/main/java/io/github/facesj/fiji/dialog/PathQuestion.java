package io.github.facesj.fiji.dialog;

import java.awt.BorderLayout;
import java.awt.dnd.DropTarget;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import org.scijava.module.ModuleItem;

/** A path: typed, dropped, looked for, or one of the last ones. */
final class PathQuestion extends TextQuestion {

  private static final int COLUMNS = 30;

  private final JPanel row = new JPanel(new BorderLayout(4, 0));

  /**
   * @param recent the last paths, offered again
   */
  PathQuestion(ModuleItem<?> item, PathKind kind, List<String> recent) {
    super(item, COLUMNS);
    row.add(input());
    JPanel buttons = new JPanel(new BorderLayout(4, 0));
    if (!recent.isEmpty()) {
      buttons.add(recentButton(recent), BorderLayout.WEST);
    }
    JButton browse = new JButton("Browse...");
    browse.getAccessibleContext().setAccessibleName("Browse for " + Question.label(item));
    browse.addActionListener(
        e ->
            PathChooser.choose(browse, Question.label(item), kind, input().getText())
                .ifPresent(this::show));
    buttons.add(browse, BorderLayout.EAST);
    row.add(buttons, BorderLayout.EAST);
    input().setDropTarget(new DropTarget(input(), new PathDrop(this::show)));
  }

  private JButton recentButton(List<String> recent) {
    JButton button = new JButton("Recent");
    button.getAccessibleContext().setAccessibleName("Recent paths for " + Question.label(item()));
    button.addActionListener(
        e -> {
          JPopupMenu menu = new JPopupMenu();
          for (String path : recent) {
            JMenuItem entry = new JMenuItem(path);
            entry.addActionListener(chosen -> show(path));
            menu.add(entry);
          }
          menu.show(button, 0, button.getHeight());
        });
    return button;
  }

  @Override
  JComponent component() {
    return row;
  }
}
