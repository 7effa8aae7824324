package io.github.facesj.batch;

import io.github.facesj.analysis.Identifier;
import io.github.facesj.embed.FaceEmbedder;
import io.github.facesj.face.Embedding;
import io.github.facesj.gallery.Enrolled;
import io.github.facesj.run.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a person should know before trusting copies in which some people are covered. */
final class CoverNotes {

  /** With fewer faces many other photos of a person are not surely that person's. */
  private static final int FEW = 3;

  private CoverNotes() {}

  /** In full sentences. */
  static List<String> of(CoverRule rule, Identifier identifier, CertaintyRule sure) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
            Locale.ROOT,
            "Surely somebody known is who is within a distance of %.2f and clearly nearer than the"
                + " next: of strangers that is %s, if they are people like those that the model's"
                + " card was measured on.",
            sure.distance().fromCosine(sure.sure()),
            Share.words(sure.rate())));
    SortedMap<String, List<Embedding>> people = new TreeMap<>();
    for (Enrolled face : identifier.gallery().faces()) {
      if (rule.people().isEmpty() || rule.names(face.person())) {
        people.computeIfAbsent(face.person(), p -> new ArrayList<>()).add(face.embedding());
      }
    }
    if (sure.alone()) {
      notes.add(
          "The gallery knows one person only, so that more is asked for: with others enrolled as"
              + " well, fewer faces are covered in doubt.");
    }
    List<String> few = people.keySet().stream().filter(p -> people.get(p).size() < FEW).toList();
    if (!few.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The gallery has fewer than %d faces of %s: many more will be covered in doubt than"
                  + " with several, different in light and age.",
              FEW,
              some(few)));
    }
    List<String> unlike =
        people.keySet().stream()
            .filter(p -> unlike(people.get(p), identifier.recognizer().embedder()))
            .toList();
    if (!unlike.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The faces of %s in the gallery are little alike: they are poor, or some are somebody"
                  + " else's. Look at them.",
              some(unlike)));
    }
    return notes;
  }

  private static boolean unlike(List<Embedding> faces, FaceEmbedder embedder) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < faces.size(); i++) {
      for (int j = i + 1; j < faces.size(); j++) {
        sum += faces.get(i).cosine(faces.get(j));
        pairs++;
      }
    }
    return pairs > 0 && sum / pairs < embedder.distance().toCosine(embedder.threshold());
  }

  private static String some(List<String> people) {
    int shown = 5;
    return people.size() <= shown
        ? String.join(", ", people)
        : String.join(", ", people.subList(0, shown))
            + String.format(Locale.ROOT, " and %d others", people.size() - shown);
  }
}
