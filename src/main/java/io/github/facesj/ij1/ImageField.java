package io.github.facesj.ij1;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import java.awt.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.scijava.module.ModuleItem;

/**
 * A choice among the open images, for every image input but the one that takes the active image.
 */
final class ImageField implements Field {

  private static final String NONE = "None";

  private final ModuleItem<?> item;
  private final List<ImagePlus> images;
  private final Choice choice;

  ImageField(GenericDialog dialog, ModuleItem<?> item) {
    this.item = item;
    int[] ids = WindowManager.getIDList();
    images =
        Arrays.stream(ids == null ? new int[0] : ids)
            .mapToObj(WindowManager::getImage)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    if (!item.isRequired() || images.isEmpty()) {
      images.add(0, null);
    }
    String[] titles =
        images.stream().map(i -> i == null ? NONE : i.getTitle()).toArray(String[]::new);
    dialog.addChoice(Field.label(item), titles, titles[0]);
    choice = (Choice) dialog.getChoices().lastElement();
  }

  @Override
  public String name() {
    return item.getName();
  }

  @Override
  public Object read() {
    return images.get(choice.getSelectedIndex());
  }

  @Override
  public void show(Object value) {
    if (images.contains(value)) {
      choice.select(images.indexOf(value));
    }
  }
}
