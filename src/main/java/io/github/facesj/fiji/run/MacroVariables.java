package io.github.facesj.fiji.run;

import ij.macro.Interpreter;
import java.util.regex.Pattern;
import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * {@code run("Detect in Folder...", "input=&folder")}: where a text in a macro's options is {@code
 * &} and the name of one of its variables, the variable's value is meant, as in ImageJ's own
 * dialogs. So any text can be given, whatever brackets and quotes it holds. In Fiji options reach
 * commands past those dialogs; then this step finds the text as it was written.
 */
@Plugin(type = PreprocessorPlugin.class, priority = Priority.VERY_HIGH)
public final class MacroVariables extends AbstractPreprocessorPlugin {

  private static final String OURS = "io.github.facesj.";
  private static final Pattern NAME = Pattern.compile("&[A-Za-z_][A-Za-z_0-9]*");

  /** The value that a text of a macro's options stands for: mostly the text itself. */
  public static String value(String text) {
    Interpreter macro = NAME.matcher(text).matches() ? Interpreter.getInstance() : null;
    String value = macro == null ? null : macro.getVariableAsString(text.substring(1));
    return value == null ? text : value;
  }

  @Override
  public void process(Module module) {
    if (!module.getInfo().getDelegateClassName().startsWith(OURS)) {
      return; // other plugins have their own ways
    }
    for (ModuleItem<?> item : module.getInfo().inputs()) {
      if (item.getType() == String.class
          && module.getInput(item.getName()) instanceof String text
          && !value(text).equals(text)) {
        module.setInput(item.getName(), value(text));
      }
    }
  }
}
