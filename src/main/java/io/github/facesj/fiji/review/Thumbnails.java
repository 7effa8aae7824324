package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.image.FaceImage;
import io.github.facesj.photo.JpegReader;
import io.github.facesj.run.FacesException;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.SwingUtilities;

/**
 * What faces look like, read in the background when they come into sight, and forgotten when many
 * others have come since. All methods belong to the event thread but for the reading itself.
 */
final class Thumbnails implements AutoCloseable {

  /** Pixels kept, 4 bytes each: several thousand pictures, more than any screen shows. */
  private static final long MOST_PIXELS = 24_000_000;

  /** Pictures waited for; what came into sight longer ago than these has left it again. */
  private static final int MOST_WANTED = 600;

  /** Where there is a face without a picture that can be read. */
  private static final BufferedImage BROKEN = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);

  private final Archive archive;
  private final Runnable arrived;
  private final Map<Long, BufferedImage> known = new LinkedHashMap<>(256, 0.75f, true);
  private final Deque<Long> wanted = new ArrayDeque<>(); // guarded by itself
  private final Thread reader;
  private long pixels;
  private boolean told;

  /**
   * @param arrived is called on the event thread when there are new pictures to paint
   */
  Thumbnails(Archive archive, Runnable arrived) {
    this.archive = archive;
    this.arrived = arrived;
    reader = new Thread(this::read, "FacesJ thumbnails");
    reader.setDaemon(true);
    reader.start();
  }

  /** The picture, if it has been read; else it is going to be. */
  Optional<BufferedImage> get(long face) {
    BufferedImage image = known.get(face);
    if (image == null) {
      synchronized (wanted) {
        wanted.remove(face);
        wanted.addFirst(face);
        if (wanted.size() > MOST_WANTED) {
          wanted.removeLast();
        }
        wanted.notifyAll();
      }
    }
    return Optional.ofNullable(image);
  }

  /** Whether a picture that was got stands for one that cannot be read. */
  static boolean isBroken(BufferedImage image) {
    return image == BROKEN;
  }

  private void read() {
    try {
      while (true) {
        long face = next();
        BufferedImage image = picture(face);
        SwingUtilities.invokeLater(() -> keep(face, image));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the window is closed
    }
  }

  private long next() throws InterruptedException {
    synchronized (wanted) {
      while (wanted.isEmpty()) {
        wanted.wait();
      }
      return wanted.removeFirst();
    }
  }

  /** A face may be gone by the time it is its turn, and a picture may be damaged. */
  private BufferedImage picture(long face) {
    try {
      return JpegReader.decode(archive.thumbnail(face)).map(Thumbnails::rounded).orElse(BROKEN);
    } catch (FacesException | IllegalArgumentException e) {
      return BROKEN; // painted as such, so that it is seen
    }
  }

  /** Corners are rounded once, here, because clipping each time would make scrolling slow. */
  private static BufferedImage rounded(FaceImage image) {
    int width = image.width();
    int height = image.height();
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    pixels.setRGB(0, 0, width, height, image.pixels(), 0, width);
    BufferedImage rounded = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = ReviewStyle.smooth(rounded.getGraphics());
    double round = Math.max(width, height) / 8.0;
    g.fill(new RoundRectangle2D.Double(0, 0, width, height, round, round));
    g.setComposite(AlphaComposite.SrcIn);
    g.drawImage(pixels, 0, 0, null);
    g.dispose();
    return rounded;
  }

  private void keep(long face, BufferedImage image) {
    if (known.put(face, image) == null) {
      pixels += area(image);
    }
    Iterator<BufferedImage> oldest = known.values().iterator();
    while (pixels > MOST_PIXELS && known.size() > 1) {
      pixels -= area(oldest.next());
      oldest.remove();
    }
    if (!told) {
      told = true;
      SwingUtilities.invokeLater(
          () -> {
            told = false;
            arrived.run();
          });
    }
  }

  private static long area(BufferedImage image) {
    return (long) image.getWidth() * image.getHeight();
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
