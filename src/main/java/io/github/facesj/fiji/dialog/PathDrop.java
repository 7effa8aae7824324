package io.github.facesj.fiji.dialog;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a file, a folder or text that is dropped onto a field. */
final class PathDrop extends DropTargetAdapter {

  private final Consumer<String> field;

  PathDrop(Consumer<String> field) {
    this.field = field;
  }

  @Override
  public void drop(DropTargetDropEvent event) {
    event.acceptDrop(DnDConstants.ACTION_COPY);
    Optional<String> path = path(event.getTransferable());
    path.ifPresent(field);
    event.dropComplete(path.isPresent());
  }

  /** The first file, or else the text. */
  static Optional<String> path(Transferable dropped) {
    try {
      if (dropped.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
        List<?> files = (List<?>) dropped.getTransferData(DataFlavor.javaFileListFlavor);
        return files.stream().map(String::valueOf).findFirst();
      }
      if (dropped.isDataFlavorSupported(DataFlavor.stringFlavor)) {
        return Optional.of(
            String.valueOf(dropped.getTransferData(DataFlavor.stringFlavor)).strip());
      }
    } catch (UnsupportedFlavorException | IOException e) {
      return Optional.empty(); // the other program took it back; the drop is shown as refused
    }
    return Optional.empty();
  }
}
