package io.github.facesj.fiji.window;

import ij.IJ;
import io.github.facesj.fiji.run.CommandRun;
import io.github.facesj.run.ProgressRate;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** How far one command is, how long it will take, and a button that stops it. */
final class ProgressWindow extends JFrame {

  private static final long serialVersionUID = 1L;
  private static final int WIDTH = 460;
  private static final int PARTS = 1000;

  private final transient CommandRun run;
  private final JLabel text = new JLabel("Starting...");
  private final JProgressBar bar = new JProgressBar(0, PARTS);
  private final JButton cancel = new JButton("Cancel");
  private transient ProgressRate pace;
  private long total;
  private long first;

  ProgressWindow(CommandRun run) {
    super(run.title());
    this.run = run;
    bar.setStringPainted(true);
    cancel.setToolTipText("Stop, and keep what is done. So does Esc in any window of ImageJ.");
    cancel.addActionListener(e -> stop());
    JPanel middle = new JPanel(new BorderLayout(8, 0));
    middle.add(bar);
    middle.add(cancel, BorderLayout.EAST);
    JPanel all = new JPanel(new BorderLayout(0, 8));
    all.setBorder(BorderFactory.createEmptyBorder(10, 12, 10, 12));
    all.add(text, BorderLayout.NORTH);
    all.add(middle);
    add(all);
    setAutoRequestFocus(false); // whoever writes something meanwhile writes on
    setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent e) {
            stop();
          }
        });
    pack();
    setSize(new Dimension(WIDTH, getHeight()));
    place(IJ.getInstance());
  }

  private void place(Window imagej) {
    if (imagej != null && imagej.isShowing()) {
      setLocation(imagej.getX(), imagej.getY() + imagej.getHeight() + 40);
    } else {
      setLocationRelativeTo(null);
    }
  }

  private void stop() {
    run.stop();
    update(System.nanoTime());
  }

  /** Shows where the run is at this time, in the nanoseconds of {@link System#nanoTime()}. */
  void update(long now) {
    CommandRun.Step step = run.step();
    cancel.setEnabled(!run.isStopped());
    text.setText(
        run.isStopped() ? "Stopping..." : step.what().isEmpty() ? "Starting..." : step.what());
    bar.setIndeterminate(step.total() <= 0);
    if (step.total() <= 0) {
      bar.setString("");
      return;
    }
    if (pace == null || step.total() != total || step.done() < first) {
      total = step.total(); // the first look, or another part of the work
      first = step.done();
      pace = new ProgressRate("", total - first, now);
    }
    bar.setValue((int) (PARTS * Math.min(1.0, step.done() / (double) total)));
    String left = pace.left(step.done() - first, now).map(time -> ", " + time).orElse("");
    bar.setString(String.format(Locale.ROOT, "%,d of %,d%s", step.done(), total, left));
  }
}
