package io.github.facesj.model;

/**
 * One figure of how well a model does, published or measured.
 *
 * @param data the data set, such as "LFW, 6000 pairs"
 * @param measure what was measured and its unit, such as "10-fold accuracy, %"
 * @param value the figure
 * @param protocol how it was measured, as far as it is stated
 * @param source who says so
 */
public record ReportedMetric(
    String data, String measure, double value, String protocol, String source) {}
