package io.github.facesj.fiji.dialog;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import org.scijava.module.ModuleItem;

/**
 * A choice among the open images, for every image input but the one that takes the active image.
 */
final class ImageQuestion extends Question {

  private static final String NONE = "None";

  /** Of two images with one title each is itself. */
  private record Shown(ImagePlus image) {
    @Override
    public String toString() {
      return image == null ? NONE : image.getTitle();
    }
  }

  private final JComboBox<Shown> list = new JComboBox<>();

  ImageQuestion(ModuleItem<?> item) {
    super(item);
    int[] ids = WindowManager.getIDList();
    List<ImagePlus> images =
        Arrays.stream(ids == null ? new int[0] : ids)
            .mapToObj(WindowManager::getImage)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    if (!item.isRequired() || images.isEmpty()) {
      images.add(0, null);
    }
    images.forEach(image -> list.addItem(new Shown(image)));
    list.addActionListener(e -> changed());
  }

  @Override
  JComponent input() {
    return list;
  }

  @Override
  Object read() {
    return ((Shown) list.getSelectedItem()).image();
  }

  @Override
  void show(Object value) {
    if (value instanceof ImagePlus image) {
      list.setSelectedItem(new Shown(image));
    }
  }
}
