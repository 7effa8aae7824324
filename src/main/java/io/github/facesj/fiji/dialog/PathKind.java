package io.github.facesj.fiji.dialog;

import org.scijava.module.ModuleItem;
import org.scijava.widget.FileWidget;

/** What a parameter with a path names, by its widget style. */
enum PathKind {
  /** Something to read: a file, or a folder where the command takes both. */
  OPEN,
  /** A folder. */
  FOLDER,
  /** A file to write. */
  SAVE,
  /** No path at all. */
  NONE;

  static PathKind of(ModuleItem<?> item) {
    String style = String.valueOf(item.getWidgetStyle());
    if (!Values.isText(item.getType())) {
      return NONE;
    }
    if (style.contains(FileWidget.DIRECTORY_STYLE)) {
      return FOLDER;
    }
    if (style.contains(FileWidget.SAVE_STYLE)) {
      return SAVE;
    }
    return style.matches(".*\\b(file|open)\\b.*") ? OPEN : NONE;
  }
}
