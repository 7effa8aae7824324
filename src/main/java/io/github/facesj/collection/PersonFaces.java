package io.github.facesj.collection;

import io.github.facesj.archive.ArchivedCluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A person or a cluster of an archive with its faces.
 *
 * @param cluster who
 * @param faces by path of the photo, page and number; at least one
 */
record PersonFaces(ArchivedCluster cluster, List<ArchiveView.Seen> faces) {

  private static final Comparator<PersonFaces> LARGEST_PEOPLE_FIRST =
      Comparator.comparing((PersonFaces p) -> !p.isNamed())
          .thenComparing(p -> -p.faces.size())
          .thenComparing(p -> p.cluster.name().orElse(""))
          .thenComparing(p -> p.cluster.id());

  public PersonFaces {
    faces = List.copyOf(faces);
  }

  /**
   * All people with a face, the one with most faces first; then the clusters that nobody named, in
   * the same order.
   *
   * @param unnamed whether clusters without a name are among them; strangers who are ignored never
   */
  public static List<PersonFaces> of(ArchiveView view, boolean unnamed) {
    Map<ArchivedCluster, List<ArchiveView.Seen>> groups = new HashMap<>();
    Map<String, ArchivedCluster> people = people(view);
    for (ArchiveView.Seen seen : view.faces()) {
      seen.cluster()
          .filter(c -> c.name().isPresent() || (unnamed && !c.ignored()))
          .map(c -> c.name().map(people::get).orElse(c))
          .ifPresent(c -> groups.computeIfAbsent(c, g -> new ArrayList<>()).add(seen));
    }
    return groups.entrySet().stream()
        .map(group -> new PersonFaces(group.getKey(), group.getValue()))
        .sorted(LARGEST_PEOPLE_FIRST)
        .toList();
  }

  /** The first cluster of each name; archives of earlier versions may have several of one. */
  private static Map<String, ArchivedCluster> people(ArchiveView view) {
    Map<String, ArchivedCluster> people = new HashMap<>();
    for (ArchiveView.Seen seen : view.faces()) {
      seen.cluster()
          .filter(c -> c.name().isPresent())
          .ifPresent(
              c -> people.merge(c.name().orElseThrow(), c, (a, b) -> a.id() <= b.id() ? a : b));
    }
    return people;
  }

  /** Whether somebody gave a name. */
  public boolean isNamed() {
    return cluster.name().isPresent();
  }

  /** The name, or which cluster it is. */
  public String title() {
    return cluster.name().orElse("cluster " + cluster.id());
  }
}
