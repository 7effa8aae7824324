package io.github.facesj.fiji.window;

import io.github.facesj.fiji.ModelWords;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelFile;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ReportedMetric;
import java.awt.Insets;
import java.util.Locale;
import javax.swing.JEditorPane;

/** All a card says about one model, as text to read and copy. */
final class ModelDetails extends JEditorPane {

  private static final long serialVersionUID = 1L;

  ModelDetails() {
    super("text/html", "");
    setEditable(false);
    setMargin(new Insets(6, 10, 6, 10));
    putClientProperty(HONOR_DISPLAY_PROPERTIES, true);
  }

  void show(ModelState state) {
    ModelCard card = state.card();
    StringBuilder html = new StringBuilder("<html><b>").append(escape(card.name())).append("</b>");
    paragraph(html, card.description());
    paragraph(html, "Terms: " + card.terms());
    for (ReportedMetric f : card.accuracy()) {
      paragraph(html, ModelWords.figure(f) + " (" + f.protocol() + "; " + f.source() + ")");
    }
    for (ModelFile file : card.files()) {
      paragraph(
          html,
          String.format(
              Locale.ROOT, "%s, %,d bytes, SHA-256 %s", file.source(), file.size(), file.sha256()));
    }
    for (String cite : card.cite()) {
      paragraph(html, "Cite: " + cite);
    }
    setText(html.append("</html>").toString());
    setCaretPosition(0);
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<br>").append(escape(text));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
