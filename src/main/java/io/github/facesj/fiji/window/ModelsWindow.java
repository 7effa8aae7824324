package io.github.facesj.fiji.window;

import io.github.facesj.fiji.FacesService;
import io.github.facesj.fiji.ModelWords;
import io.github.facesj.model.ModelCard;
import io.github.facesj.model.ModelState;
import io.github.facesj.model.ModelStatus;
import io.github.facesj.run.FacesException;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/** All models in a table, with what can be done about each of them. */
public final class ModelsWindow extends JFrame {

  private static final long serialVersionUID = 1L;
  private static final int[] WIDTHS = {150, 90, 90, 70, 120, 290, 190};

  private final transient FacesService faces;
  private final JTable table = new JTable();
  private final ModelDetails details = new ModelDetails();
  private final JLabel message = new JLabel(" ");
  private final JProgressBar bar = new JProgressBar(0, 1000);
  private final JButton download = button("Download", e -> download());
  private final JButton stop = button("Stop", e -> stop());
  private final JButton verify = button("Verify", e -> verify());
  private final JButton remove = button("Remove", e -> remove());
  private transient BackgroundJob job;

  public ModelsWindow(FacesService faces) {
    super("FacesJ Models");
    this.faces = faces;
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.setAutoResizeMode(JTable.AUTO_RESIZE_LAST_COLUMN);
    table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 6);
    table.getSelectionModel().addListSelectionListener(e -> selected());
    JSplitPane split =
        new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(details));
    split.setResizeWeight(0.65);
    split.setPreferredSize(new Dimension(1040, 640));
    add(split);
    add(south(), BorderLayout.SOUTH);
    setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    refresh(0);
    pack();
  }

  private JPanel south() {
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
    List.<Component>of(
            download,
            stop,
            verify,
            remove,
            Box.createHorizontalStrut(20),
            button("Add Own...", e -> addOwn()),
            button("Open Folder", e -> openFolder()))
        .forEach(buttons::add);
    bar.setStringPainted(true);
    bar.setString("");
    JPanel state = new JPanel(new BorderLayout(10, 4));
    state.setBorder(BorderFactory.createEmptyBorder(0, 10, 8, 10));
    state.add(message);
    state.add(bar, BorderLayout.SOUTH);
    JPanel south = new JPanel(new BorderLayout());
    south.add(buttons, BorderLayout.NORTH);
    south.add(state);
    return south;
  }

  private static JButton button(String label, ActionListener action) {
    JButton button = new JButton(label);
    button.addActionListener(action);
    return button;
  }

  private void refresh(int row) {
    try {
      table.setModel(new ModelsTable(faces.store().list()));
      for (int i = 0; i < WIDTHS.length; i++) {
        table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
      }
      if (table.getRowCount() > 0) {
        int shown = Math.min(Math.max(row, 0), table.getRowCount() - 1);
        table.setRowSelectionInterval(shown, shown);
      }
    } catch (FacesException e) {
      say(e.getMessage());
    }
  }

  private ModelState model() {
    return ((ModelsTable) table.getModel()).model(table.getSelectedRow());
  }

  private void selected() {
    boolean idle = job == null;
    boolean any = table.getSelectedRow() >= 0;
    ModelStatus status = any ? model().status() : null;
    download.setEnabled(idle && (status == ModelStatus.MISSING || status == ModelStatus.DAMAGED));
    stop.setEnabled(!idle);
    verify.setEnabled(idle && any && status != ModelStatus.MISSING);
    remove.setEnabled(idle && (status == ModelStatus.INSTALLED || status == ModelStatus.DAMAGED));
    if (any) {
      details.show(model());
    }
  }

  private void download() {
    ModelCard card = model().card();
    if (ModelDownload.isWanted(this, card)) {
      start(
          progress -> {
            return ModelWords.sentence(faces.store().download(card, progress));
          });
    }
  }

  private void verify() {
    ModelCard card = model().card();
    start(
        progress -> {
          return ModelWords.sentence(faces.store().verify(card));
        });
  }

  private void remove() {
    ModelCard card = model().card();
    start(
        progress -> {
          faces.remove(card);
          return card.name() + " is removed.";
        });
  }

  private void addOwn() {
    JFileChooser chooser = new JFileChooser();
    chooser.setDialogTitle("The card (rdf.yaml) of your model, in a folder with its ONNX file");
    if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
      Path card = chooser.getSelectedFile().toPath();
      start(progress -> faces.store().addOwn(card).name() + " is added.");
    }
  }

  private void openFolder() {
    Path folder = faces.store().folder();
    try {
      Files.createDirectories(folder);
      Desktop.getDesktop().open(folder.toFile());
    } catch (IOException | UnsupportedOperationException e) {
      say("The models folder is " + folder + ", but it cannot be shown: " + e.getMessage());
    }
  }

  private void start(BackgroundJob.Work work) {
    int row = table.getSelectedRow();
    say(" ");
    job =
        new BackgroundJob(
            work,
            bar,
            sentence -> {
              job = null;
              refresh(row);
              say(sentence);
            });
    selected();
    job.execute();
  }

  private void stop() {
    if (job != null) {
      job.stop();
    }
  }

  private void say(String sentence) {
    message.setText(sentence);
  }
}
