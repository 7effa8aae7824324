package io.github.facesj.fiji.dialog;

import org.scijava.MenuEntry;
import org.scijava.module.ModuleInfo;

/** How a command is called. */
public final class Titles {

  private Titles() {}

  /** The last entry of the menu path, which is also the command's name in macros. */
  public static String of(ModuleInfo info) {
    MenuEntry leaf = info.getMenuPath().getLeaf();
    return leaf == null ? info.getTitle() : leaf.getName();
  }
}
