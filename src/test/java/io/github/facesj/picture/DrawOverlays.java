package io.github.facesj.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import javax.imageio.ImageIO;

/**
 * Draws the pictures of {@code overlays} anew: glasses, a hat, a moustache. They are FacesJ's own.
 * Run it as {@code mvn test-compile exec:java
 * -Dexec.mainClass=io.github.facesj.picture.DrawOverlays -Dexec.classpathScope=test}.
 */
public final class DrawOverlays {

  /** What a picture shows. */
  @FunctionalInterface
  interface Drawing {
    void draw(Graphics2D g);
  }

  private DrawOverlays() {}

  public static void main(String[] args) throws Exception {
    File folder = new File("overlays");
    ImageIO.write(glasses(), "png", new File(folder, "glasses.png"));
    ImageIO.write(hat(), "png", new File(folder, "hat.png"));
    ImageIO.write(moustache(), "png", new File(folder, "moustache.png"));
  }

  /** Drawn twice as large and reduced, so that edges are smooth in any viewer. */
  private static BufferedImage picture(int width, int height, Drawing drawing) {
    BufferedImage large = new BufferedImage(2 * width, 2 * height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(large);
    g.scale(2, 2);
    drawing.draw(g);
    g.dispose();
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D s = graphics(small);
    s.drawImage(large, AffineTransform.getScaleInstance(0.5, 0.5), null);
    s.dispose();
    return small;
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return g;
  }

  /** The eyes lie at a quarter and three quarters of the width, half way down. */
  static BufferedImage glasses() {
    return picture(
        600,
        220,
        g -> {
          Shape left = new RoundRectangle2D.Double(52, 36, 200, 150, 120, 130);
          Shape right = new RoundRectangle2D.Double(348, 36, 200, 150, 120, 130);
          for (Shape glass : new Shape[] {left, right}) {
            Rectangle2D b = glass.getBounds2D();
            g.setPaint(
                new GradientPaint(
                    (float) b.getX(),
                    (float) b.getY(),
                    new Color(40, 70, 110, 150),
                    (float) b.getX(),
                    (float) b.getMaxY(),
                    new Color(120, 170, 210, 70)));
            g.fill(glass);
            g.setClip(glass);
            g.setPaint(new Color(255, 255, 255, 70));
            Path2D shine = new Path2D.Double();
            shine.moveTo(b.getX() + 40, b.getMaxY());
            shine.lineTo(b.getX() + 110, b.getY());
            shine.lineTo(b.getX() + 150, b.getY());
            shine.lineTo(b.getX() + 80, b.getMaxY());
            shine.closePath();
            g.fill(shine);
            g.setClip(null);
          }
          g.setPaint(new Color(25, 25, 30));
          g.setStroke(new BasicStroke(17, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          g.draw(left);
          g.draw(right);
          Path2D bridge = new Path2D.Double();
          bridge.moveTo(252, 92);
          bridge.quadTo(300, 62, 348, 92);
          g.draw(bridge);
          Path2D temples = new Path2D.Double();
          temples.moveTo(54, 84);
          temples.lineTo(12, 74);
          temples.moveTo(546, 84);
          temples.lineTo(588, 74);
          g.draw(temples);
          g.setPaint(new Color(255, 255, 255, 90));
          g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          g.draw(new Arc2D.Double(50, 34, 204, 154, 70, 60, 0));
          g.draw(new Arc2D.Double(346, 34, 204, 154, 70, 60, 0));
        });
  }

  static BufferedImage hat() {
    return picture(
        700,
        460,
        g -> {
          Shape brim = new Ellipse2D.Double(10, 335, 680, 110);
          Path2D crown = new Path2D.Double();
          crown.moveTo(165, 385);
          crown.curveTo(170, 250, 175, 130, 200, 60);
          crown.curveTo(225, 10, 300, 20, 350, 45);
          crown.curveTo(400, 20, 475, 10, 500, 60);
          crown.curveTo(525, 130, 530, 250, 535, 385);
          crown.closePath();
          float[] stops = {0f, 0.35f, 0.7f, 1f};
          Color[] felt = {
            new Color(62, 44, 30),
            new Color(128, 94, 64),
            new Color(104, 74, 50),
            new Color(50, 35, 24)
          };
          g.setPaint(
              new LinearGradientPaint(
                  new Point2D.Double(10, 0), new Point2D.Double(690, 0), stops, felt));
          g.fill(brim);
          g.setPaint(new Color(30, 20, 12, 120));
          g.fill(new Ellipse2D.Double(130, 350, 440, 64));
          g.setPaint(
              new LinearGradientPaint(
                  new Point2D.Double(165, 0), new Point2D.Double(535, 0), stops, felt));
          g.fill(crown);
          Area band = new Area(crown);
          Path2D strip = new Path2D.Double();
          strip.moveTo(100, 300);
          strip.quadTo(350, 350, 600, 300);
          strip.lineTo(600, 375);
          strip.quadTo(350, 425, 100, 375);
          strip.closePath();
          band.intersect(new Area(strip));
          g.setPaint(
              new LinearGradientPaint(
                  new Point2D.Double(165, 0),
                  new Point2D.Double(535, 0),
                  stops,
                  new Color[] {
                    new Color(60, 10, 20),
                    new Color(170, 40, 55),
                    new Color(140, 30, 45),
                    new Color(50, 8, 16)
                  }));
          g.fill(band);
          // The front of the brim rises before the crown.
          Area front = new Area(brim);
          Path2D below = new Path2D.Double();
          below.moveTo(0, 460);
          below.lineTo(0, 385);
          below.quadTo(350, 440, 700, 385);
          below.lineTo(700, 460);
          below.closePath();
          front.intersect(new Area(below));
          g.setPaint(
              new LinearGradientPaint(
                  new Point2D.Double(10, 0), new Point2D.Double(690, 0), stops, felt));
          g.fill(front);
          g.setPaint(new Color(30, 20, 12, 140));
          g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          Path2D dent = new Path2D.Double();
          dent.moveTo(290, 60);
          dent.quadTo(350, 150, 410, 60);
          g.draw(dent);
        });
  }

  static BufferedImage moustache() {
    return picture(
        500,
        180,
        g -> {
          Path2D half = new Path2D.Double();
          half.moveTo(250, 60);
          half.curveTo(215, 18, 150, 22, 112, 66);
          half.curveTo(90, 92, 55, 100, 14, 62);
          half.curveTo(22, 128, 95, 168, 165, 148);
          half.curveTo(210, 136, 240, 116, 250, 96);
          half.closePath();
          Area whole = new Area(half);
          AffineTransform mirror = new AffineTransform(-1, 0, 0, 1, 500, 0);
          whole.add(new Area(mirror.createTransformedShape(half)));
          g.setPaint(
              new GradientPaint(0, 20, new Color(74, 50, 34), 0, 160, new Color(32, 20, 14)));
          g.fill(whole);
          g.setClip(whole);
          g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          for (int side = 0; side < 2; side++) {
            for (int i = 0; i < 13; i++) {
              g.setPaint(i % 2 == 0 ? new Color(120, 88, 62, 110) : new Color(12, 8, 6, 110));
              Path2D hair = new Path2D.Double();
              hair.moveTo(246, 58 + 4 * i);
              hair.curveTo(205, 28 + 8 * i, 150, 40 + 8 * i, 112, 80 + 7 * i);
              hair.curveTo(84, 104 + 4 * i, 52, 108 + 2 * i, 14, 66 + i);
              g.draw(side == 0 ? hair : mirror.createTransformedShape(hair));
            }
          }
          g.setClip(null);
        });
  }
}
