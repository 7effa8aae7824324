package io.github.facesj.fiji.dialog;

import ij.ImagePlus;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.scijava.ItemVisibility;
import org.scijava.command.Previewable;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Which of a command's inputs are still to be given. */
public final class Inputs {

  static final String PREVIEW = "preview";

  private Inputs() {}

  /** Those of a kind that a user can give, in the order of their declaration. */
  public static List<ModuleItem<?>> open(Module module) {
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> !module.isInputResolved(item.getName()))
        .filter(item -> item.getVisibility() != ItemVisibility.MESSAGE)
        .filter(item -> Values.canRead(item.getType()))
        .<ModuleItem<?>>map(item -> item)
        .toList();
  }

  /** The input that takes the image the user is looking at: the first one that may be filled. */
  public static Optional<ModuleItem<?>> activeImageItem(List<ModuleItem<?>> open) {
    return open.stream().filter(Inputs::isImage).filter(ModuleItem::isAutoFill).findFirst();
  }

  /**
   * The check box of a command that has one of its own for its preview, as is usual with SciJava:
   * the command is then told of every change, and looks at the box itself.
   */
  public static Optional<ModuleItem<?>> previewItem(Module module, List<ModuleItem<?>> open) {
    return open.stream()
        .filter(item -> module.getDelegateObject() instanceof Previewable)
        .filter(item -> item.getName().equals(PREVIEW) && Values.isTruth(item.getType()))
        .findFirst();
  }

  public static boolean isImage(ModuleItem<?> item) {
    return ImagePlus.class.isAssignableFrom(item.getType());
  }
}
