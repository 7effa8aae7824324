package io.github.facesj.ij1;

import java.util.List;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;

/**
 * What the Help button shows: the command's and its parameters' own descriptions, with macro keys.
 */
final class HelpText {

  private HelpText() {}

  static String of(String title, ModuleInfo info, List<ModuleItem<?>> open) {
    StringBuilder html = new StringBuilder("<html><h2>").append(escaped(title)).append("</h2>");
    if (info.getDescription() != null) {
      html.append("<p>").append(escaped(info.getDescription())).append("</p>");
    }
    html.append("<table cellpadding='3'>");
    for (ModuleItem<?> item : open) {
      html.append("<tr valign='top'><td><code>")
          .append(escaped(item.getName()))
          .append("</code></td><td><b>")
          .append(escaped(Field.label(item)))
          .append("</b>. ")
          .append(escaped(item.getDescription() == null ? "" : item.getDescription()))
          .append("</td></tr>");
    }
    return html.append("</table></html>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
