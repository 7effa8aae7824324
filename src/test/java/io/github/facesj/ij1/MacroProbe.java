package io.github.facesj.ij1;

import ij.IJ;
import ij.Macro;
import ij.measure.ResultsTable;

/** Runs the bridge in the interpreter of a macro, as {@code run(...)} does; called by macros. */
public final class MacroProbe {

  private MacroProbe() {}

  /** What arrived of two parameters, or the problem. */
  public static String fromMacro(String options) {
    Macro.setOptions(options);
    new Bridge().run(EveryKind.class.getName());
    String problem = IJ.getErrorMessage();
    ResultsTable table = ResultsTable.getResultsTable();
    return problem == null
        ? table.getStringValue("input", 0) + "|" + table.getStringValue("minsize", 0)
        : problem;
  }
}
