package io.github.facesj.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.awt.GraphicsEnvironment;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * Shows what a command made. Tables become ImageJ's {@code Results}, because a macro without a
 * screen can read that one only; images that are shown already, and other values, stay as they are.
 */
final class Outputs {

  private Outputs() {}

  static void show(Module module) {
    for (ModuleItem<?> item : module.getInfo().outputs()) {
      Object value = module.getOutput(item.getName());
      if (value instanceof ImagePlus image) {
        if (!image.isVisible()) {
          image.show();
        }
      } else if (value instanceof ResultsTable table) {
        show(table);
      } else if (value instanceof String text && !text.isBlank()) {
        IJ.log(text);
      }
    }
  }

  private static void show(ResultsTable table) {
    if (GraphicsEnvironment.isHeadless()) {
      Analyzer.setResultsTable(table);
    } else {
      table.show("Results");
    }
  }
}
