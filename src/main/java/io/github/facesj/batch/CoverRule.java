package io.github.facesj.batch;

import io.github.facesj.face.PersonName;
import io.github.facesj.face.PersonNames;
import io.github.facesj.gallery.Gallery;
import io.github.facesj.gallery.Identification;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whose faces are covered.
 *
 * @param whom all, or some
 * @param people the names, for {@link CoverTarget#ONLY} and {@link CoverTarget#EXCEPT}
 */
public record CoverRule(CoverTarget whom, SortedSet<String> people) {

  /** Covers every face, and needs no gallery. */
  public static final CoverRule EVERYBODY = new CoverRule(CoverTarget.ALL, new TreeSet<>());

  /**
   * @throws IllegalArgumentException if names are missing, or would be ignored
   */
  public CoverRule {
    people = people.stream().map(PersonName::of).collect(Collectors.toCollection(TreeSet::new));
    boolean named = whom == CoverTarget.ONLY || whom == CoverTarget.EXCEPT;
    if (named && people.isEmpty()) {
      throw new IllegalArgumentException(
          "Whose faces are to be covered, or left as they are? Write the names into people, with"
              + " semicolons between.");
    }
    if (!named && !people.isEmpty()) {
      throw new IllegalArgumentException(
          "Names were given, but only who=only and who=except use them. Choose one of these, or"
              + " leave people empty.");
    }
  }

  public static CoverRule of(CoverTarget whom, Collection<String> people) {
    return new CoverRule(whom, new TreeSet<>(people));
  }

  /**
   * @throws IllegalArgumentException if a name is not that of anybody in the gallery: a face would
   *     stay uncovered because of a slip
   */
  public void requireKnown(Gallery gallery) {
    for (String name : people) {
      if (gallery.people().stream().noneMatch(known -> isSame(name, known))) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The gallery knows nobody named \"%s\"; it knows %s. Put semicolons between names,"
                    + " and a name that has one into double quotes.",
                name,
                gallery.people()));
      }
    }
  }

  /** Whether a person of the gallery is one of those named. */
  boolean names(String person) {
    return people.stream().anyMatch(name -> isSame(name, person));
  }

  /** Where those named are covered, another spelling of capitals is as well: it may be the same. */
  private boolean isSame(String name, String person) {
    return whom == CoverTarget.ONLY
        ? PersonName.caseless(name).equals(PersonName.caseless(person))
        : name.equals(PersonName.of(person));
  }

  /** Whether it must be known who a face is. */
  public boolean asksWho() {
    return whom != CoverTarget.ALL;
  }

  /**
   * What becomes of a face. It stays visible only if it is surely that of somebody who is to stay
   * so, or, for {@link CoverTarget#ONLY}, cannot be one of those named; else it is covered.
   *
   * @param who everybody of the gallery, nearest first
   * @param quality of the face, 0 to 1
   * @param rule what is sure
   */
  public CoverVerdict judge(Identification who, double quality, CertaintyRule rule) {
    if (whom == CoverTarget.ALL) {
      return CoverVerdict.COVERED;
    }
    Optional<Identification.Candidate> maybe =
        maybe(who, whom == CoverTarget.ONLY ? rule.maybe() : rule.worthALook());
    if (quality < rule.quality()) {
      return CoverVerdict.doubt(
          String.format(
              Locale.ROOT,
              "its quality %.2f is below %.2f, too low to say who it is",
              quality,
              rule.quality()));
    }
    Identification.Candidate nearest = who.candidates().get(0);
    boolean sure = isSure(who, rule);
    boolean named = whom == CoverTarget.UNKNOWN || names(nearest.person());
    if (whom == CoverTarget.ONLY) {
      if (sure) {
        return named ? CoverVerdict.COVERED : CoverVerdict.KEPT;
      }
      return maybe.map(c -> doubt(c, who, rule)).orElse(CoverVerdict.KEPT);
    }
    if (sure) {
      return named ? CoverVerdict.KEPT : CoverVerdict.COVERED;
    }
    return maybe.map(c -> doubt(c, who, rule)).orElse(CoverVerdict.COVERED);
  }

  /** The nearest of those the rule asks about, if near enough to be that person. */
  private Optional<Identification.Candidate> maybe(Identification who, double least) {
    return who.candidates().stream()
        .filter(c -> whom == CoverTarget.UNKNOWN || names(c.person()))
        .findFirst()
        .filter(c -> who.distance().toCosine(c.distance()) >= least);
  }

  private static boolean isSure(Identification who, CertaintyRule rule) {
    double nearest = who.distance().toCosine(who.candidates().get(0).distance());
    return nearest >= rule.sure() && nearest - next(who) >= CertaintyRule.MARGIN;
  }

  /** The cosine of the second nearest person; that of nobody where there is only one. */
  private static double next(Identification who) {
    return who.candidates().size() < 2
        ? -1
        : who.distance().toCosine(who.candidates().get(1).distance());
  }

  private static CoverVerdict doubt(
      Identification.Candidate maybe, Identification who, CertaintyRule rule) {
    double limit = who.distance().fromCosine(rule.sure());
    if (maybe.distance() > limit) {
      return CoverVerdict.doubt(
          String.format(
              Locale.ROOT,
              "it may be %s, but only up to a distance of %.2f that would be sure, and it is %.2f",
              maybe.person(),
              limit,
              maybe.distance()));
    }
    Identification.Candidate other =
        who.candidates().stream()
            .filter(c -> !c.person().equals(maybe.person()))
            .findFirst()
            .orElseThrow();
    return CoverVerdict.doubt(
        String.format(
            Locale.ROOT,
            "it may be %s, distance %.2f, but %s is about as near, %.2f",
            maybe.person(),
            maybe.distance(),
            other.person(),
            other.distance()));
  }

  /** As a person would write it in a macro. */
  String words() {
    return String.format(
        Locale.ROOT,
        "who=%s people=[%s]",
        whom.name().toLowerCase(Locale.ROOT),
        PersonNames.text(people));
  }
}
