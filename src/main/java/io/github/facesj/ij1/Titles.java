package io.github.facesj.ij1;

import ij.IJ;
import org.scijava.MenuEntry;
import org.scijava.command.CommandInfo;

/** How a command is called in the menu, and how its sentences are shown. */
final class Titles {

  /** ImageJ's message dialog breaks no lines; this many characters fit a small screen. */
  private static final int LINE = 80;

  private Titles() {}

  /** The last entry of the menu path, which is also the command's name in macros. */
  static String of(CommandInfo info) {
    MenuEntry leaf = info.getMenuPath().getLeaf();
    return leaf == null ? info.getTitle() : leaf.getName();
  }

  /** Tells the user, and ends the macro that is running, if one is. */
  static void error(String title, String sentence) {
    IJ.error(title, IJ.isMacro() ? sentence : wrap(sentence));
  }

  private static String wrap(String sentence) {
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String word : sentence.split(" ")) {
      if (column > 0 && column + word.length() > LINE) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
      }
      text.append(word);
      column += word.length() + 1;
    }
    return text.toString();
  }
}
