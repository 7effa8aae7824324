package io.github.facesj.fiji.window;

import io.github.facesj.fiji.ModelWords;
import io.github.facesj.fiji.parameter.Lines;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.model.ModelStore;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;

/** Fetches one model that a person has chosen, while a window shows how far it is. */
public final class ModelDownload {

  private static final String TITLE = "Download a model";

  private final JDialog window;
  private final ModelStore store;
  private final JProgressBar bar = new JProgressBar(0, 1000);
  private boolean here;

  private ModelDownload(Window owner, ModelStore store) {
    this.store = store;
    window = new JDialog(owner, TITLE, JDialog.ModalityType.APPLICATION_MODAL);
  }

  /** Whether the person wants it, who is told how large it is, and its terms. */
  static boolean isWanted(Component owner, ModelCard card) {
    return JOptionPane.showConfirmDialog(
            owner, Lines.wrap(ModelWords.question(card)), TITLE, JOptionPane.YES_NO_OPTION)
        == JOptionPane.YES_OPTION;
  }

  /**
   * Asks whether the model shall be fetched, and does so. On the event thread.
   *
   * @return whether all of it is here now
   */
  public static boolean offer(Window owner, ModelStore store, ModelCard card) {
    return isWanted(owner, card) && new ModelDownload(owner, store).fetch(card);
  }

  private boolean fetch(ModelCard card) {
    String[] problem = new String[1];
    BackgroundJob job =
        new BackgroundJob(
            progress -> {
              ModelState state = store.download(card, progress);
              here = state.status() == ModelStatus.INSTALLED;
              return here ? "" : ModelWords.sentence(state);
            },
            bar,
            sentence -> {
              problem[0] = sentence;
              window.dispose();
            });
    show(card, job);
    if (!here && problem[0] != null && !job.isCanceled()) {
      JOptionPane.showMessageDialog(
          window.getOwner(), Lines.wrap(problem[0]), TITLE, JOptionPane.WARNING_MESSAGE);
    }
    return here;
  }

  private void show(ModelCard card, BackgroundJob job) {
    JButton cancel = new JButton("Cancel");
    cancel.addActionListener(e -> job.stop());
    bar.setStringPainted(true);
    bar.setString("");
    JPanel all = new JPanel(new BorderLayout(8, 8));
    all.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
    all.add(new JLabel("Downloading " + card.name()), BorderLayout.NORTH);
    all.add(bar);
    all.add(cancel, BorderLayout.EAST);
    window.add(all);
    window
        .getRootPane()
        .registerKeyboardAction(
            e -> job.stop(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
    window.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
    window.pack();
    window.setSize(new Dimension(460, window.getHeight()));
    window.setLocationRelativeTo(window.getOwner());
    job.execute();
    window.setVisible(true); // until the job has ended
  }
}
