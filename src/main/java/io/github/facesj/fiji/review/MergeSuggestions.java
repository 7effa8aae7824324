package io.github.facesj.fiji.review;

import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ClusterTable;
import io.github.facesj.cluster.NeighbourSearch;
import io.github.facesj.cluster.PictureId;
import io.github.facesj.cluster.SamePerson;
import io.github.facesj.cluster.Vectors;
import io.github.facesj.run.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which clusters may be one person, the likeliest first. Left out are pairs that have two names,
 * that share a picture (one person is not in it twice), and that a person kept apart: where that is
 * so for half of the faces of either, it is taken to be meant of all.
 */
final class MergeSuggestions {

  /** Of each cluster so many of the nearest are asked about; answers bring the next ones near. */
  private static final int NEAREST = 8;

  private final List<Long> clusters;
  private final List<List<ArchivedFace>> faces;
  private final Set<Long> named;
  private final Map<Long, Map<Long, Integer>> apart = new HashMap<>();

  private MergeSuggestions(
      SortedMap<Long, List<ArchivedFace>> members,
      Set<Long> named,
      List<ClusterTable.Apart> apart) {
    this.clusters = List.copyOf(members.keySet());
    this.faces = List.copyOf(members.values());
    this.named = named;
    Map<Long, Long> clusterOf = new HashMap<>();
    members.forEach((cluster, its) -> its.forEach(face -> clusterOf.put(face.id(), cluster)));
    for (ClusterTable.Apart one : apart) {
      Long from = clusterOf.get(one.face());
      if (from != null) {
        this.apart
            .computeIfAbsent(from, c -> new HashMap<>())
            .merge(one.cluster(), 1, Integer::sum);
      }
    }
  }

  /**
   * The questions.
   *
   * @param members the faces of each cluster
   * @param middles of the clusters, in their order
   * @param named those with a name
   * @param apart what people ruled out
   */
  static List<MergeSuggestion> of(
      SortedMap<Long, List<ArchivedFace>> members,
      Vectors middles,
      Set<Long> named,
      List<ClusterTable.Apart> apart,
      Progress progress) {
    MergeSuggestions rules = new MergeSuggestions(members, named, apart);
    List<MergeSuggestion> questions = new ArrayList<>();
    for (SamePerson.Pair pair :
        SamePerson.pairs(
            new NeighbourSearch(NEAREST, -1).among(middles, progress), rules::isRuledOut)) {
      questions.add(
          new MergeSuggestion(
              rules.clusters.get(pair.a()), rules.clusters.get(pair.b()), pair.likeness()));
    }
    return List.copyOf(questions);
  }

  private boolean isRuledOut(int a, int b) {
    return (named.contains(clusters.get(a)) && named.contains(clusters.get(b)))
        || isKeptFrom(a, b)
        || isKeptFrom(b, a)
        || shareAPicture(faces.get(a), faces.get(b));
  }

  private boolean isKeptFrom(int a, int b) {
    int kept = apart.getOrDefault(clusters.get(a), Map.of()).getOrDefault(clusters.get(b), 0);
    return 2 * kept >= faces.get(a).size();
  }

  private static boolean shareAPicture(List<ArchivedFace> a, List<ArchivedFace> b) {
    List<ArchivedFace> few = a.size() < b.size() ? a : b;
    Set<PictureId> pictures = new HashSet<>();
    few.forEach(face -> pictures.add(new PictureId(face.photo(), face.page())));
    return (few == a ? b : a)
        .stream().anyMatch(face -> pictures.contains(new PictureId(face.photo(), face.page())));
  }
}
