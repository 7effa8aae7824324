package io.github.facesj.fiji.dialog;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import org.scijava.module.ModuleItem;
import org.scijava.widget.NumberWidget;

/** A number, with a slider where the parameter has that style and both its ends. */
final class NumberQuestion extends TextQuestion {

  private static final int COLUMNS = 6;

  private final JPanel row = new JPanel(new BorderLayout(8, 0));
  private boolean following;

  /**
   * @param standard the value where nobody says otherwise
   */
  NumberQuestion(ModuleItem<?> item, Object standard) {
    super(item, COLUMNS);
    row.add(input(), BorderLayout.WEST);
    if (isSlider(item)) {
      row.add(slider());
    } else if (standard != null && !Question.label(item).contains("(0:")) {
      JLabel usual = new JLabel("default " + Values.text(standard));
      usual.setForeground(Tone.faint());
      row.add(usual);
    }
  }

  private static boolean isSlider(ModuleItem<?> item) {
    String style = item.getWidgetStyle();
    return style != null
        && (style.contains(NumberWidget.SLIDER_STYLE)
            || style.contains(NumberWidget.SCROLL_BAR_STYLE))
        && item.getMinimumValue() != null
        && item.getMaximumValue() != null;
  }

  /** Follows the text, and is followed by it, in steps from the least value to the greatest. */
  private JSlider slider() {
    double least = ((Number) item().getMinimumValue()).doubleValue();
    double most = ((Number) item().getMaximumValue()).doubleValue();
    Number given = item().getStepSize();
    double step =
        given != null && given.doubleValue() > 0
            ? given.doubleValue()
            : Values.isWhole(item().getType()) ? 1 : (most - least) / 100;
    JSlider slider = new JSlider(0, (int) Math.round((most - least) / step), 0);
    slider.setFocusable(false); // the text beside it takes the keyboard
    slider.addChangeListener(
        e -> {
          if (!following) {
            double value = Math.rint((least + slider.getValue() * step) * 1e6) / 1e6;
            Object number = Values.isWhole(item().getType()) ? (Object) (long) value : value;
            show(number);
          }
        });
    input()
        .getDocument()
        .addDocumentListener(
            new TextFollower(
                () -> {
                  following = true;
                  try {
                    double value = ((Number) read()).doubleValue();
                    slider.setValue((int) Math.round((value - least) / step));
                  } catch (IllegalArgumentException e) {
                    slider.setValue(slider.getValue()); // told beside the field
                  } finally {
                    following = false;
                  }
                }));
    return slider;
  }

  @Override
  JComponent component() {
    return row;
  }
}
