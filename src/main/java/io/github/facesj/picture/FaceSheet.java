package io.github.facesj.picture;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import io.github.facesj.run.FacesException;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Draws the pages of a contact sheet: faces in rows, whose they are above them, on white. */
public final class FaceSheet {

  private static final int WHITE = 0xffffff;
  private static final Color RULE = new Color(0xcccccc);
  private static final Color BROKEN = new Color(0xe0e0e0);

  /** Contrast with white is 7.5, which can be read well. */
  private static final Color GREY = new Color(0x555555);

  private final SheetLayout layout;

  public FaceSheet(SheetLayout layout) {
    this.layout = layout;
  }

  /**
   * What stands above the faces of a section.
   *
   * @param title a person's name, or that of a cluster; cut where it is too long
   * @param count how many faces there are; never cut
   * @param named whether the title is a person's name, which is more striking
   */
  public record Caption(String title, String count, boolean named) {}

  /** Where the faces come from, one at a time. */
  @FunctionalInterface
  public interface Faces {

    /**
     * @param section from 0
     * @param face of the section, from 0
     * @return empty where the picture is damaged
     * @throws FacesException if it cannot be got
     */
    Optional<FaceImage> of(int section, int face) throws FacesException;
  }

  /**
   * Draws one page.
   *
   * @param page of {@link SheetLayout#pages}
   * @param height of the picture in pixels, so that all pages can have the same
   * @param captions by section
   * @param faces asked for those of this page only
   * @throws FacesException if a face cannot be got, or there are no fonts for the captions
   */
  public FaceImage draw(
      List<SheetLayout.Part> page, int height, IntFunction<Caption> captions, Faces faces)
      throws FacesException {
    Fonts.require();
    BufferedImage canvas = new BufferedImage(layout.width(), height, BufferedImage.TYPE_INT_RGB);
    int[] rgb = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    Arrays.fill(rgb, WHITE);
    Graphics2D g = canvas.createGraphics();
    try {
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      for (SheetLayout.Part part : page) {
        write(g, part, captions.apply(part.section()));
        for (int i = 0; i < part.count(); i++) {
          Optional<FaceImage> face = faces.of(part.section(), part.first() + i);
          if (face.isPresent()) {
            put(face.get(), rgb, layout.x(i), layout.y(part, i));
          } else {
            cross(g, layout.x(i), layout.y(part, i));
          }
        }
      }
    } finally {
      g.dispose();
    }
    return FaceImage.of(layout.width(), height, rgb);
  }

  private void write(Graphics2D g, SheetLayout.Part part, Caption caption) {
    int letters = layout.letters();
    int left = layout.margin();
    int width = layout.width() - 2 * left;
    g.setColor(RULE);
    g.fillRect(left, part.top(), width, 1);
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, letters);
    Font title = caption.named() ? plain.deriveFont(Font.BOLD) : plain;
    String count = part.first() > 0 ? "continued" : caption.count();
    double room = width - letters - width(g, plain, count);
    String words = FittedText.of(caption.title(), room, text -> width(g, title, text));
    float baseline = part.top() + 1.4f * letters;
    // Letters of some scripts are much higher than their line; they may not cover faces.
    g.setClip(left, part.top() + 1, width, layout.caption() - 1);
    g.setFont(title);
    g.setColor(caption.named() ? Color.BLACK : GREY);
    g.drawString(words, left, baseline);
    g.setFont(plain);
    g.setColor(GREY);
    g.drawString(count, (float) (left + width(g, title, words) + letters), baseline);
    g.setClip(null);
  }

  private static double width(Graphics2D g, Font font, String text) {
    return font.getStringBounds(text, g.getFontRenderContext()).getWidth();
  }

  private void put(FaceImage face, int[] rgb, int x, int y) {
    int size = layout.size();
    int[] pixels = new Frame(size, size).fit(face).pixels();
    for (int row = 0; row < size; row++) {
      System.arraycopy(pixels, row * size, rgb, (y + row) * layout.width() + x, size);
    }
  }

  /** A face whose picture is damaged is seen to be there. */
  private void cross(Graphics2D g, int x, int y) {
    int end = layout.size() - 1;
    g.setColor(BROKEN);
    g.fillRect(x, y, end + 1, end + 1);
    g.setColor(GREY);
    g.drawLine(x, y, x + end, y + end);
    g.drawLine(x, y + end, x + end, y);
  }
}
