package io.github.facesj.fiji.review;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FlowLayout;

/** Buttons in as many lines as the width asks for, so that none is cut in a narrow window. */
final class WrapLayout extends FlowLayout {

  private static final long serialVersionUID = 1L;

  WrapLayout(int gap) {
    super(LEFT, gap, gap);
  }

  @Override
  public Dimension preferredLayoutSize(Container target) {
    int room = target.getWidth() > 0 ? target.getWidth() : Integer.MAX_VALUE;
    int line = getHgap();
    int height = getVgap();
    int tallest = 0;
    int widest = 0;
    for (Component part : target.getComponents()) {
      Dimension size = part.getPreferredSize();
      if (line > getHgap() && line + size.width + getHgap() > room) {
        height += tallest + getVgap();
        line = getHgap();
        tallest = 0;
      }
      line += size.width + getHgap();
      tallest = Math.max(tallest, size.height);
      widest = Math.max(widest, line);
    }
    return new Dimension(widest, height + tallest + getVgap());
  }

  @Override
  public Dimension minimumLayoutSize(Container target) {
    return new Dimension(100, preferredLayoutSize(target).height);
  }
}
