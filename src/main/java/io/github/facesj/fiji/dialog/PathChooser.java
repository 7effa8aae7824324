package io.github.facesj.fiji.dialog;

import java.awt.Component;
import java.io.File;
import java.util.Optional;
import javax.swing.JFileChooser;

/** Lets a person look for a file or folder. Swing's chooser knows no other paths than File. */
final class PathChooser {

  private PathChooser() {}

  /**
   * @param title what is looked for
   * @param now where to begin: a path, or empty
   * @return the path chosen, if one was
   */
  static Optional<String> choose(Component owner, String title, PathKind kind, String now) {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle(title);
    chooser.setFileSelectionMode(
        switch (kind) {
          case FOLDER -> JFileChooser.DIRECTORIES_ONLY;
          case OPEN -> JFileChooser.FILES_AND_DIRECTORIES;
          case SAVE, NONE -> JFileChooser.FILES_ONLY;
        });
    if (!now.isBlank()) {
      File given = new File(now.strip()).getAbsoluteFile();
      File folder = given;
      while (folder != null && !folder.isDirectory()) {
        folder = folder.getParentFile();
      }
      chooser.setCurrentDirectory(folder);
      if (!given.equals(folder)) {
        chooser.setSelectedFile(given);
      }
    }
    int answer =
        kind == PathKind.SAVE ? chooser.showSaveDialog(owner) : chooser.showOpenDialog(owner);
    return answer == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().getPath())
        : Optional.empty();
  }
}
