package io.github.facesj.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.facesj.Needs;
import io.github.facesj.Reference;
import io.github.facesj.analysis.NameThreshold;
import io.github.facesj.analysis.NamingRule;
import io.github.facesj.batch.CertaintyRule;
import io.github.facesj.batch.CoverRule;
import io.github.facesj.batch.CoverTarget;
import io.github.facesj.batch.CoverVerdict;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.embed.ImpostorTail;
import io.github.facesj.embed.Mirror;
import io.github.facesj.face.Embedding;
import io.github.facesj.metrics.Interval;
import io.github.facesj.model.OpenModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Strangers among known people: how often they are named, how often a face of theirs stays visible,
 * and what the known people pay for it. The thresholds come from the cards, whose impostors are
 * other people than those asked about here; the first rows measure these impostors again.
 *
 * <p>Some twenty minutes of one core, asked for by {@code -Dfacesj.openset=all}: the tables of
 * docs/ACCURACY.md.
 */
@Tag("real")
class OpenSetTest {

  private static final List<String> EMBEDDERS =
      List.of("facesj-embedder", "mobilefacenet-112x112", "mobilefacenet-112x96");

  /** Choices of who is known, each with a seed of its own. */
  private static final int SPLITS = 50;

  private static final Path NO_CALIBRATION = Path.of("target", "no-models");

  private record Setting(String data, int people, int enrolled) {}

  private static final List<Setting> SETTINGS =
      List.of(
          new Setting("lfw", 50, 1),
          new Setting("lfw", 50, 3),
          new Setting("celeba-identities", 35, 1),
          new Setting("celeba-identities", 35, 3));

  private final Map<String, LabelledVectors> data = new LinkedHashMap<>();
  private final List<String> impossible = new ArrayList<>();

  @Test
  void thresholdsOfTheCardsKeepTheirRatesOnOtherPeople() throws Exception {
    Needs.asked("facesj.openset", "all");
    List<OpenModel> models = new ArrayList<>();
    List<FaceEmbedder> all = new ArrayList<>();
    List<FaceEmbedder> own = new ArrayList<>();
    for (String id : EMBEDDERS) {
      OpenModel model = Reference.open(id);
      models.add(model);
      own.add(FaceEmbedder.of(model));
      for (Mirror mirror : Mirror.values()) {
        all.add(FaceEmbedder.of(model, mirror));
      }
    }
    UnaryOperator<String> none = name -> "";
    data.put("lfw", LabelledVectors.of("lfw", n -> n.split("/")[0], none, own));
    TreeSet<String> elsewhere = data.get("lfw").people();
    LabelledVectors frames =
        LabelledVectors.of("landmarks68-test", n -> n.replaceFirst("_\\d+\\.jpg$", ""), none, all)
            .without(elsewhere);
    all.forEach(embedder -> card(embedder, frames));
    Map<String, String> identity = column("celeba-identities/identities.csv", "identity");
    data.put(
        "celeba-identities", LabelledVectors.of("celeba-identities", identity::get, none, own));
    Map<String, String> age = column("attributes-test/fairface/labels.csv", "age_band");
    LabelledVectors many =
        LabelledVectors.of(
            "attributes-test/fairface/photos", n -> n, n -> age.get("photos/" + n), own);
    for (FaceEmbedder embedder : own) {
      data.forEach((name, set) -> pairs(embedder, name, set));
      pairs(embedder, "fairface", many);
      ages(embedder, many);
      for (Setting setting : SETTINGS) {
        names(embedder, setting);
        covers(embedder, setting);
      }
    }
    for (OpenModel model : models) {
      model.close();
    }
    assertThat(impossible).isEmpty();
  }

  private static Map<String, String> column(String table, String column) throws Exception {
    Map<String, String> values = new TreeMap<>();
    for (Map<String, String> row : Reference.rows(Needs.shared("photos/" + table))) {
      values.put(row.get("photo"), row.get(column));
    }
    return values;
  }

  /** Cosines of all pairs for which something holds, rising. */
  private static double[] cosines(
      FaceEmbedder embedder,
      List<LabelledVectors.Known> faces,
      BiPredicate<LabelledVectors.Known, LabelledVectors.Known> wanted) {
    double[] cosines = new double[faces.size() * (faces.size() - 1) / 2];
    int n = 0;
    for (int i = 0; i < faces.size(); i++) {
      Embedding a = faces.get(i).vectors().get(embedder.id());
      for (int j = 0; j < i; j++) {
        if (wanted.test(faces.get(i), faces.get(j))) {
          cosines[n++] = a.cosine(faces.get(j).vectors().get(embedder.id()));
        }
      }
    }
    cosines = Arrays.copyOf(cosines, n);
    Arrays.sort(cosines);
    return cosines;
  }

  private static boolean twoPeople(LabelledVectors.Known a, LabelledVectors.Known b) {
    return !a.person().equals(b.person());
  }

  /** The card's section, as it is measured now; the card must say the same to two digits. */
  private void card(FaceEmbedder embedder, LabelledVectors frames) {
    double[] cosines = cosines(embedder, frames.faces(), OpenSetTest::twoPeople);
    double[] quality =
        frames.faces().stream().mapToDouble(LabelledVectors.Known::quality).sorted().toArray();
    double mean = Arrays.stream(cosines).average().orElseThrow();
    ImpostorTail tail = embedder.impostors().orElseThrow();
    List<String> measured = new ArrayList<>();
    for (double rate :
        new double[] {.5, .2, .1, .05, .02, .01, .005, .002, .001, .0005, .0002, .0001}) {
      double cosine = cosines[cosines.length - 1 - (int) (rate * cosines.length + 1e-9)];
      measured.add(String.format(Locale.ROOT, "%.4f", cosine));
      if (Math.abs(tail.cosine(rate) - cosine) > 0.005) {
        impossible.add(embedder.id() + " at " + rate + ": " + cosine);
      }
    }
    if (Math.abs(tail.mean() - mean) > 0.005) {
      impossible.add(embedder.id() + " mean: " + mean);
    }
    print(
        "CARD %s: people: %d, pairs: %d, quality of 99 %%: %.2f, {mean: %.4f, cosines: %s}",
        embedder.id(),
        frames.people().size(),
        cosines.length,
        quality[quality.length / 100],
        mean,
        measured);
  }

  private static void pairs(FaceEmbedder embedder, String name, LabelledVectors set) {
    double limit = embedder.distance().toCosine(embedder.threshold());
    double[] different = cosines(embedder, set.faces(), OpenSetTest::twoPeople);
    double[] same = cosines(embedder, set.faces(), (a, b) -> !twoPeople(a, b));
    long wrong = Arrays.stream(different).filter(c -> c >= limit).count();
    long right = Arrays.stream(same).filter(c -> c >= limit).count();
    print(
        "PAIRS | %s | %s | %.4f | %d of %d photos | %,d of %,d | %.5f | %s |",
        embedder.id(),
        name,
        limit,
        set.faces().size(),
        set.photos(),
        wrong,
        different.length,
        (double) wrong / different.length,
        same.length == 0 ? "-" : share(right, same.length));
  }

  /** People of one age group among themselves, and what is left where a gallery shows it. */
  private static void ages(FaceEmbedder embedder, LabelledVectors set) {
    double limit = embedder.distance().toCosine(embedder.threshold());
    ImpostorTail tail = embedder.impostors().orElseThrow();
    for (String age :
        new TreeSet<>(set.faces().stream().map(LabelledVectors.Known::group).toList())) {
      List<LabelledVectors.Known> here =
          set.faces().stream().filter(f -> f.group().equals(age)).toList();
      double[] cosines = cosines(embedder, here, OpenSetTest::twoPeople);
      double mean = Arrays.stream(cosines).average().orElseThrow();
      double raised =
          new IdentificationRates(tail, 1, 0)
              .among(OptionalDouble.of(mean))
              .cosine(ImpostorTail.VERIFICATION);
      print(
          "AGES | %s | %s | %d | %.3f | %.4f | %.4f |",
          embedder.id(),
          age,
          here.size(),
          mean,
          (double) Arrays.stream(cosines).filter(c -> c >= limit).count() / cosines.length,
          (double) Arrays.stream(cosines).filter(c -> c >= raised).count() / cosines.length);
    }
  }

  private static Identification who(
      Gallery gallery, LabelledVectors.Known face, FaceEmbedder embedder, double threshold) {
    return Identification.of(
        gallery,
        face.vectors().get(embedder.id()),
        embedder.distance(),
        threshold,
        Integer.MAX_VALUE);
  }

  /** Detection and identification rates at false alarm rates, and both at the default. */
  private void names(FaceEmbedder embedder, Setting setting) throws Exception {
    LabelledVectors set = data.get(setting.data());
    List<List<Double>> figures = new ArrayList<>();
    NamingRule rule = NamingRule.of(0, embedder, NO_CALIBRATION);
    double threshold = 0;
    int strangers = 0;
    int probes = 0;
    for (int split = 0; split < SPLITS; split++) {
      OpenSetSplit s =
          OpenSetSplit.of(set, embedder.id(), setting.people(), setting.enrolled(), split);
      NameThreshold limit = rule.threshold(Cohort.of(s.gallery().faces()));
      double[] nearest =
          s.strangers().stream()
              .mapToDouble(
                  f -> who(s.gallery(), f, embedder, limit.value()).candidates().get(0).distance())
              .sorted()
              .toArray();
      List<Identification.Candidate> right = new ArrayList<>();
      for (LabelledVectors.Known f : s.probes()) {
        Identification.Candidate c =
            who(s.gallery(), f, embedder, limit.value()).candidates().get(0);
        if (c.person().equals(f.person())) {
          right.add(c);
        }
      }
      List<Double> here = new ArrayList<>();
      for (double rate : new double[] {0.01, 0.001}) {
        double alarm = nearest[(int) (rate * nearest.length)];
        here.add(
            (double) right.stream().filter(c -> c.distance() < alarm).count() / s.probes().size());
      }
      here.add(
          (double) Arrays.stream(nearest).filter(d -> d <= limit.value()).count() / nearest.length);
      here.add(
          (double) right.stream().filter(c -> c.distance() <= limit.value()).count()
              / s.probes().size());
      figures.add(here);
      threshold += limit.value() / SPLITS;
      strangers += s.strangers().size();
      probes += s.probes().size();
    }
    print(
        "OPENSET | %s | %s | %d x %d | %d | %d | %s | %s | %.3f | %s | %s |",
        embedder.id(),
        setting.data(),
        setting.people(),
        setting.enrolled(),
        probes / SPLITS,
        strangers / SPLITS,
        spread(figures, 0, 1),
        spread(figures, 1, 1),
        threshold,
        spread(figures, 2, 2),
        spread(figures, 3, 1));
  }

  /** Faces by what becomes of them under a rule. */
  private static final class Tally {
    private long visible;
    private long doubtful;
    private long all;

    void add(CoverVerdict verdict) {
      visible += verdict.covered() ? 0 : 1;
      doubtful += verdict.isDoubt() ? 1 : 0;
      all++;
    }
  }

  /** A fifth of the known people are named. */
  private void covers(FaceEmbedder embedder, Setting setting) throws Exception {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (int split = 0; split < SPLITS; split++) {
      OpenSetSplit s =
          OpenSetSplit.of(
              data.get(setting.data()), embedder.id(), setting.people(), setting.enrolled(), split);
      CertaintyRule sure = CertaintyRule.of(0, embedder, Cohort.of(s.gallery().faces()));
      List<String> named = s.gallery().people().subList(0, setting.people() / 5);
      for (CoverTarget whom : List.of(CoverTarget.EXCEPT, CoverTarget.UNKNOWN, CoverTarget.ONLY)) {
        CoverRule rule = CoverRule.of(whom, whom == CoverTarget.UNKNOWN ? List.of() : named);
        for (LabelledVectors.Known f : s.strangers()) {
          add(tallies, whom + " strangers", rule, s, f, sure, embedder);
        }
        for (LabelledVectors.Known f : s.probes()) {
          String who = named.contains(f.person()) ? " named" : " other known";
          add(tallies, whom + who, rule, s, f, sure, embedder);
        }
      }
    }
    tallies.forEach(
        (what, t) ->
            print(
                "COVER | %s | %s | %d x %d | %s | visible %,d of %,d | %s | in doubt %s |",
                embedder.id(),
                setting.data(),
                setting.people(),
                setting.enrolled(),
                what.toLowerCase(Locale.ROOT),
                t.visible,
                t.all,
                share(t.visible, t.all),
                share(t.doubtful, t.all)));
    Tally strangers = tallies.get(CoverTarget.EXCEPT + " strangers");
    if (strangers.visible > strangers.all / 5_000) {
      impossible.add(embedder.id() + " leaves strangers of " + setting + " visible");
    }
  }

  private static void add(
      Map<String, Tally> tallies,
      String what,
      CoverRule rule,
      OpenSetSplit split,
      LabelledVectors.Known face,
      CertaintyRule sure,
      FaceEmbedder embedder) {
    tallies
        .computeIfAbsent(what, w -> new Tally())
        .add(rule.judge(who(split.gallery(), face, embedder, 0), face.quality(), sure));
  }

  /** Mean over the splits in per cent, and where 95 of 100 splits lie. */
  private static String spread(List<List<Double>> figures, int column, int digits) {
    double[] values = figures.stream().mapToDouble(f -> 100 * f.get(column)).sorted().toArray();
    String number = "%." + digits + "f";
    return String.format(
        Locale.ROOT,
        number + " (" + number + " .. " + number + ")",
        Arrays.stream(values).average().orElseThrow(),
        values[(int) (0.025 * values.length)],
        values[(int) (0.975 * values.length)]);
  }

  /** In per cent, with its 95 % interval. */
  private static String share(long some, long all) {
    Interval interval = Interval.wilson(some, all);
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f .. %.3f)",
        100.0 * some / all,
        100 * interval.low(),
        100 * interval.high());
  }

  private static void print(String row, Object... values) {
    System.out.println(String.format(Locale.ROOT, row, values));
  }
}
