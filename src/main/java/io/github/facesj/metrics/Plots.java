package io.github.facesj.metrics;

import io.github.facesj.image.FaceImage;
import io.github.facesj.image.Fonts;
import io.github.facesj.picture.OkabeIto;
import io.github.facesj.picture.PictureFile;
import io.github.facesj.run.FacesException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Curves as pictures, several in one for comparison: ROC, DET, cumulative error, precision-recall,
 * shares over a threshold.
 */
public final class Plots {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 640;
  private static final String FONT = Font.SANS_SERIF;
  private static final Color INK = new Color(0x333333);

  /** All but yellow, which is faint on white. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(OkabeIto.BLUE),
          new Color(OkabeIto.VERMILION),
          new Color(OkabeIto.BLUISH_GREEN),
          new Color(OkabeIto.REDDISH_PURPLE),
          new Color(OkabeIto.SKY_BLUE),
          new Color(OkabeIto.ORANGE),
          new Color(OkabeIto.BLACK));

  private Plots() {}

  /** True match rate over false match rate, the latter on a logarithmic axis. */
  public static BufferedImage roc(String title, Map<String, Roc> curves) throws FacesException {
    XYSeriesCollection data = new XYSeriesCollection();
    double least = least(curves);
    curves.forEach(
        (name, roc) -> {
          XYSeries series = new XYSeries(name, false);
          series.add(least, roc.trueMatchRateAt(0).rate());
          roc.points().stream()
              .filter(p -> p.falseMatch() > 0)
              .forEach(p -> series.add(p.falseMatch(), p.trueMatch()));
          data.addSeries(series);
        });
    JFreeChart chart = chart(title, "False match rate", "True match rate", data);
    chart.getXYPlot().setDomainAxis(logarithmic("False match rate", least));
    linear((NumberAxis) chart.getXYPlot().getRangeAxis(), 1, 0.1);
    return draw(chart);
  }

  /**
   * False non-match rate over false match rate, both on logarithmic axes: detection error
   * trade-off.
   */
  public static BufferedImage det(String title, Map<String, Roc> curves) throws FacesException {
    XYSeriesCollection data = new XYSeriesCollection();
    double least = least(curves);
    curves.forEach(
        (name, roc) -> {
          XYSeries series = new XYSeries(name, false);
          series.add(least, Math.max(least, 1 - roc.trueMatchRateAt(0).rate()));
          roc.points().stream()
              .filter(p -> p.falseMatch() > 0 && p.falseNonMatch() > 0)
              .forEach(p -> series.add(p.falseMatch(), p.falseNonMatch()));
          data.addSeries(series);
        });
    JFreeChart chart = chart(title, "False match rate", "False non-match rate", data);
    chart.getXYPlot().setDomainAxis(logarithmic("False match rate", least));
    chart.getXYPlot().setRangeAxis(logarithmic("False non-match rate", least));
    return draw(chart);
  }

  /** Share of faces up to an error, in per cent of the normalising distance. */
  public static BufferedImage cumulativeError(
      String title, Map<String, LandmarkError> curves, double limit) throws FacesException {
    XYSeriesCollection data = new XYSeriesCollection();
    curves.forEach(
        (name, error) -> {
          XYSeries series = new XYSeries(name, false);
          series.add(0, error.cumulative(0));
          for (double e : error.sorted()) {
            if (e <= limit) {
              series.add(100 * e, error.cumulative(Math.nextDown(e)));
              series.add(100 * e, error.cumulative(e));
            }
          }
          series.add(100 * limit, error.cumulative(limit));
          data.addSeries(series);
        });
    JFreeChart chart = chart(title, "Normalised mean error, %", "Share of faces", data);
    linear((NumberAxis) chart.getXYPlot().getDomainAxis(), 100 * limit, Math.max(1, 10 * limit));
    linear((NumberAxis) chart.getXYPlot().getRangeAxis(), 1, 0.1);
    return draw(chart);
  }

  /**
   * Precision over recall.
   *
   * @param curves points of {@code recall, precision}, each 0 to 1
   */
  public static BufferedImage precisionRecall(String title, Map<String, List<double[]>> curves)
      throws FacesException {
    JFreeChart chart = chart(title, "Recall", "Precision", series(curves));
    linear((NumberAxis) chart.getXYPlot().getDomainAxis(), 1, 0.1);
    linear((NumberAxis) chart.getXYPlot().getRangeAxis(), 1, 0.1);
    return draw(chart);
  }

  /**
   * Shares over a threshold, with the one in use marked.
   *
   * @param x label of the thresholds
   * @param y label of the shares
   * @param used threshold in use
   * @param curves points of {@code threshold, share}, each share 0 to 1
   */
  public static BufferedImage overThreshold(
      String title, String x, String y, double used, Map<String, List<double[]>> curves)
      throws FacesException {
    JFreeChart chart = chart(title, x, y, series(curves));
    double end =
        curves.values().stream().flatMap(List::stream).mapToDouble(p -> p[0]).max().orElse(1);
    double greatest = Math.max(end, used);
    linear((NumberAxis) chart.getXYPlot().getDomainAxis(), greatest, step(greatest));
    linear((NumberAxis) chart.getXYPlot().getRangeAxis(), 1, 0.1);
    chart.getXYPlot().addDomainMarker(new ValueMarker(used, INK, new BasicStroke(1.2f)));
    return draw(chart);
  }

  /** A round step that divides an axis into at most ten. */
  private static double step(double end) {
    double decade = Math.pow(10, Math.floor(Math.log10(end)));
    return end / decade > 5 ? decade : end / decade > 2 ? decade / 2 : decade / 5;
  }

  private static XYSeriesCollection series(Map<String, List<double[]>> curves) {
    XYSeriesCollection data = new XYSeriesCollection();
    curves.forEach(
        (name, points) -> {
          XYSeries series = new XYSeries(name, false);
          points.forEach(p -> series.add(p[0], p[1]));
          data.addSeries(series);
        });
    return data;
  }

  /**
   * Writes a picture as PNG.
   *
   * @throws FacesException if the file cannot be written
   */
  public static void write(BufferedImage plot, Path file) throws FacesException {
    int width = plot.getWidth();
    int height = plot.getHeight();
    PictureFile.write(
        file, FaceImage.of(width, height, plot.getRGB(0, 0, width, height, null, 0, width)));
  }

  /** One decade below one error of the smallest set is nothing to see. */
  private static double least(Map<String, Roc> curves) {
    long most =
        curves.values().stream().mapToLong(r -> Math.max(r.negatives(), 100)).max().orElse(100);
    return Math.pow(10, Math.floor(Math.log10(1.0 / most)));
  }

  private static LogAxis logarithmic(String label, double least) {
    LogAxis axis = new LogAxis(label);
    axis.setBase(10);
    axis.setRange(least, 1);
    axis.setTickUnit(new NumberTickUnit(1));
    axis.setNumberFormatOverride(new java.text.DecimalFormat("0.######", symbols()));
    axis.setMinorTickMarksVisible(true);
    axis.setMinorTickCount(9);
    return axis;
  }

  private static void linear(NumberAxis axis, double end, double step) {
    axis.setRange(0, end);
    axis.setTickUnit(new NumberTickUnit(step));
    axis.setNumberFormatOverride(new java.text.DecimalFormat("0.##", symbols()));
  }

  private static java.text.DecimalFormatSymbols symbols() {
    return java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT);
  }

  private static JFreeChart chart(String title, String x, String y, XYSeriesCollection data) {
    JFreeChart chart =
        ChartFactory.createXYLineChart(
            title, x, y, data, PlotOrientation.VERTICAL, true, false, false);
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    for (int i = 0; i < data.getSeriesCount(); i++) {
      lines.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
      lines.setSeriesStroke(
          i, new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      lines.setLegendLine(new java.awt.geom.Line2D.Double(0, 0, 26, 0));
    }
    XYPlot plot = chart.getXYPlot();
    plot.setRenderer(lines);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(new Color(0xdddddd));
    plot.setRangeGridlinePaint(new Color(0xdddddd));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return chart;
  }

  private static BufferedImage draw(JFreeChart chart) throws FacesException {
    Fonts.require();
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(14, 14, 10, 24));
    TextTitle title = chart.getTitle();
    title.setFont(new Font(FONT, Font.BOLD, 20));
    title.setPaint(INK);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 4, 12, 0);
    LegendTitle legend = chart.getLegend();
    legend.setItemFont(new Font(FONT, Font.PLAIN, 15));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
    legend.setItemPaint(INK);
    for (ValueAxis axis :
        new ValueAxis[] {chart.getXYPlot().getDomainAxis(), chart.getXYPlot().getRangeAxis()}) {
      axis.setLabelFont(new Font(FONT, Font.PLAIN, 16));
      axis.setTickLabelFont(new Font(FONT, Font.PLAIN, 14));
      axis.setLabelPaint(INK);
      axis.setTickLabelPaint(INK);
      axis.setAxisLinePaint(INK);
    }
    return chart.createBufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB, null);
  }
}
