package io.github.facesj.fiji.review;

import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/** The keys that move through a grid of faces and choose some, as in lists of files. */
final class FaceGridKeys {

  private FaceGridKeys() {}

  static void install(FaceGrid grid) {
    move(grid, "LEFT", () -> -1);
    move(grid, "RIGHT", () -> 1);
    move(grid, "UP", () -> -grid.columns());
    move(grid, "DOWN", grid::columns);
    move(grid, "PAGE_UP", () -> -page(grid));
    move(grid, "PAGE_DOWN", () -> page(grid));
    move(grid, "HOME", () -> -grid.faces().size());
    move(grid, "END", () -> grid.faces().size());
    bind(grid, "SPACE", grid::toggle);
    bind(grid, "control SPACE", grid::toggle);
    bind(grid, "ESCAPE", grid::chooseNone);
    bind(grid, "control A", () -> grid.choose(0, grid.faces().size() - 1));
    bind(grid, "meta A", () -> grid.choose(0, grid.faces().size() - 1));
  }

  private static int page(FaceGrid grid) {
    Rectangle visible = grid.getVisibleRect();
    int cell = grid.getScrollableUnitIncrement(visible, 0, 0);
    return Math.max(1, visible.height / cell) * grid.columns();
  }

  private static void move(FaceGrid grid, String key, java.util.function.IntSupplier steps) {
    bind(grid, key, () -> grid.go(steps.getAsInt(), false));
    bind(grid, "shift " + key, () -> grid.go(steps.getAsInt(), true));
  }

  private static void bind(FaceGrid grid, String key, Runnable work) {
    grid.getInputMap().put(KeyStroke.getKeyStroke(key), key);
    grid.getActionMap()
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
}
