package io.github.facesj.ij1;

import ij.gui.GenericDialog;
import java.awt.TextField;
import java.math.BigDecimal;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.NumberWidget;

/** A number: a slider where the parameter has that style and both its ends, else a text field. */
final class NumberField implements Field {

  private static final int COLUMNS = 6;

  private final ModuleItem<?> item;
  private final TextField text;

  NumberField(GenericDialog dialog, Module module, ModuleItem<?> item) {
    this.item = item;
    Number value = (Number) module.getInput(item.getName());
    double start = value == null ? Double.NaN : value.doubleValue();
    if (isSlider() && value != null) {
      dialog.addSlider(
          Field.label(item),
          end(item.getMinimumValue()),
          end(item.getMaximumValue()),
          start,
          step());
    } else {
      dialog.addNumericField(Field.label(item), start, decimals(value), COLUMNS, "");
    }
    text = (TextField) dialog.getNumericFields().lastElement();
    show(value); // the dialog's own rounding must not change a default
  }

  @Override
  public String name() {
    return item.getName();
  }

  @Override
  public Object read() {
    return Values.parse(item, text.getText());
  }

  @Override
  public void show(Object value) {
    text.setText(Values.text(value));
  }

  private boolean isSlider() {
    String style = item.getWidgetStyle();
    return style != null
        && (style.contains(NumberWidget.SLIDER_STYLE)
            || style.contains(NumberWidget.SCROLL_BAR_STYLE))
        && item.getMinimumValue() != null
        && item.getMaximumValue() != null;
  }

  /** A hundredth of the range, where a fraction has no step of its own. */
  private double step() {
    Number step = item.getStepSize();
    if (step != null && step.doubleValue() > 0) {
      return step.doubleValue();
    }
    return Values.isWhole(item.getType())
        ? 1
        : (end(item.getMaximumValue()) - end(item.getMinimumValue())) / 100;
  }

  private int decimals(Number value) {
    return Values.isWhole(item.getType()) || value == null
        ? 0
        : Math.max(0, new BigDecimal(value.toString()).scale());
  }

  private static double end(Object limit) {
    return ((Number) limit).doubleValue();
  }
}
