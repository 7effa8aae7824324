package io.github.facesj.embed;

import io.github.facesj.model.Settings;
import io.github.facesj.run.FacesException;
import java.util.Locale;
import java.util.Optional;

/**
 * How alike the faces of two different people get: measured quantiles of their cosines, as an
 * embedding model's card has them. Between two quantiles the cosine is linear in the logarithm of
 * the rate. Beyond the last it goes on in a straight line, as steep as the last two decades or the
 * last step, whichever is steeper: an exponential tail (Pickands, Statistical inference using
 * extreme order statistics, Ann. Stat. 3, 1975, with shape 0). Cosines end at 1, so that the true
 * tail is shorter, and the line asks for more than is needed.
 */
public final class ImpostorTail {

  /** Share of pairs of two people that are taken for one, unless the user asks for another. */
  public static final double VERIFICATION = 1e-3;

  /** The slope of the tail is that of this many times its last rate, or a steeper one. */
  private static final double TWO_DECADES = 100;

  private static final String KEY = "impostors";

  private final double[] rates;
  private final double[] cosines;
  private final double mean;
  private final double quality;
  private final double slope;

  private ImpostorTail(double[] rates, double[] cosines, double mean, double quality) {
    this.rates = rates;
    this.cosines = cosines;
    this.mean = mean;
    this.quality = quality;
    this.slope = slope(rates, cosines);
  }

  /**
   * @param rates shares of pairs of two people, falling, above 0 and below 1; at least two
   * @param cosines above which these shares lie, rising, within -1 and 1
   * @param mean cosine of all pairs of two people
   * @param quality least {@link FaceQuality#value()} of the faces, but for one in a hundred
   * @throws IllegalArgumentException if the numbers are not such, with what they should be
   */
  public static ImpostorTail of(double[] rates, double[] cosines, double mean, double quality) {
    require(rates.length >= 2, "at least two rates");
    require(rates.length == cosines.length, "as many cosines as rates");
    double lastRate = 1;
    double lastCosine = -1;
    for (int i = 0; i < rates.length; i++) {
      require(rates[i] > 0 && rates[i] < lastRate, "rates that fall, above 0 and below 1");
      require(cosines[i] > lastCosine && cosines[i] < 1, "cosines that rise, within -1 and 1");
      lastRate = rates[i];
      lastCosine = cosines[i];
    }
    require(mean > -1 && mean < 1, "a mean cosine within -1 and 1");
    require(quality >= 0 && quality <= 1, "a quality of 0 to 1");
    return new ImpostorTail(rates.clone(), cosines.clone(), mean, quality);
  }

  private static void require(boolean fulfilled, String what) {
    if (!fulfilled) {
      throw new IllegalArgumentException(what);
    }
  }

  /**
   * Reads what the card has measured with a mirror.
   *
   * @return nothing where it has not
   * @throws FacesException if the section lacks something, or its numbers make no sense
   */
  static Optional<ImpostorTail> read(Settings settings, Mirror mirror) throws FacesException {
    if (!settings.has(KEY)) {
      return Optional.empty();
    }
    Settings section = settings.section(KEY);
    section.text("data");
    section.text("protocol");
    int people = section.whole("people");
    if (people < 2) {
      throw section.wrong("people", "at least two", people);
    }
    double[] rates = section.numbers("rates");
    int pairs = section.whole("pairs");
    if (!(pairs * rates[rates.length - 1] >= 1)) {
      throw section.wrong("pairs", "enough for the least of the rates", pairs);
    }
    double quality = section.number("quality");
    Optional<ImpostorTail> found = Optional.empty();
    for (Mirror each : Mirror.values()) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (section.has(word)) {
        Settings of = section.section(word);
        try {
          ImpostorTail tail = of(rates, of.numbers("cosines"), of.number("mean"), quality);
          found = each == mirror ? Optional.of(tail) : found;
        } catch (IllegalArgumentException e) {
          throw settings.wrong(
              KEY, "a section with " + e.getMessage(), "another for the mirror " + word);
        }
      }
    }
    return found;
  }

  /** Mean cosine of the faces of two people. */
  public double mean() {
    return mean;
  }

  /** Faces of a worse {@link FaceQuality#value()} were hardly among those measured. */
  public double quality() {
    return quality;
  }

  /** The least rate that was measured; smaller ones lie on the straight line beyond it. */
  public double measured() {
    return rates[rates.length - 1];
  }

  /**
   * The cosine above which a share of the pairs of two people lies.
   *
   * @param rate above 0, at most 1
   * @return at most 1; never falls as the rate does
   */
  public double cosine(double rate) {
    if (!(rate > 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "A false match rate must be above 0 and at most 1, but was " + rate + ".");
    }
    double x = -Math.log(rate);
    double lowX = 0;
    double lowY = -1;
    for (int i = 0; i < rates.length; i++) {
      double highX = -Math.log(rates[i]);
      if (x <= highX) {
        return lowY + (cosines[i] - lowY) * ((x - lowX) / (highX - lowX));
      }
      lowX = highX;
      lowY = cosines[i];
    }
    return Math.min(1, lowY + slope * (x - lowX));
  }

  /**
   * The share of the pairs of two people that have at least a cosine, 0 to 1; the inverse of {@link
   * #cosine}.
   */
  public double rate(double cosine) {
    double lowX = 0;
    double lowY = -1;
    if (cosine <= lowY) {
      return 1;
    }
    for (int i = 0; i < rates.length; i++) {
      double highX = -Math.log(rates[i]);
      if (cosine <= cosines[i]) {
        return Math.exp(-(lowX + (highX - lowX) * ((cosine - lowY) / (cosines[i] - lowY))));
      }
      lowX = highX;
      lowY = cosines[i];
    }
    return Math.exp(-(lowX + (cosine - lowY) / slope));
  }

  private static double slope(double[] rates, double[] cosines) {
    int last = rates.length - 1;
    int from = last - 1;
    while (from > 0 && rates[from] < TWO_DECADES * rates[last] * (1 - 1e-9)) {
      from--;
    }
    return Math.max(
        (cosines[last] - cosines[from]) / Math.log(rates[from] / rates[last]),
        (cosines[last] - cosines[last - 1]) / Math.log(rates[last - 1] / rates[last]));
  }
}
