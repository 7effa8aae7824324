package io.github.facesj.archive;

import io.github.facesj.face.PersonName;
import io.github.facesj.run.FacesException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decisions about whole clusters; what changes nothing gives no outcome. */
public final class ClusterDecisions {

  private final Archive archive;
  private final DecisionTransaction decider;

  ClusterDecisions(Archive archive, DecisionTransaction decider) {
    this.archive = archive;
    this.decider = decider;
  }

  /**
   * Says who a cluster is. If another has the name already, the cluster becomes a part of it.
   *
   * @throws IllegalArgumentException if the name is empty, or there is no such cluster
   */
  public Optional<DecisionOutcome> name(long cluster, String name) throws FacesException {
    String person = PersonName.given(name);
    ArchivedCluster old = archive.clusterTable().get(cluster);
    return decider.decide(
        DecisionKind.NAME,
        Optional.of(person),
        draft -> {
          Set<Long> faces = decider.facesOf(cluster);
          Optional<ArchivedCluster> there = archive.clusterTable().named(person);
          if (there.isPresent() && there.get().id() != cluster) {
            draft.inherit(cluster, there.get().id());
            draft.settle(faces, there.get().id());
            draft.change(there.get(), there.get().name(), false);
          } else {
            draft.change(old, Optional.of(person), false);
            draft.settle(faces, cluster);
          }
          return faces;
        });
  }

  /**
   * Takes the name off a cluster; its faces stay together.
   *
   * @throws IllegalArgumentException if there is no such cluster
   */
  public Optional<DecisionOutcome> unname(long cluster) throws FacesException {
    ArchivedCluster old = archive.clusterTable().get(cluster);
    return decider.decide(
        DecisionKind.UNNAME,
        old.name(),
        draft -> {
          draft.change(old, Optional.empty(), old.ignored());
          return decider.facesOf(cluster);
        });
  }

  /**
   * Says that clusters are one person: the one with a name, else the largest, takes in the others.
   *
   * @throws IllegalArgumentException if they are fewer than two, two have names, or one is not
   *     there
   */
  public Optional<DecisionOutcome> merge(Collection<Long> clusters) throws FacesException {
    List<ArchivedCluster> all = decider.clusters(clusters);
    List<String> names = all.stream().flatMap(c -> c.name().stream()).toList();
    if (names.size() > 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s and %s have names of their own. If they are one person, give one the name of the"
                  + " other.",
              names.get(0),
              names.get(1)));
    }
    if (all.size() < 2) {
      throw new IllegalArgumentException("Choose two clusters or more to put together.");
    }
    ArchivedCluster target = target(all);
    return decider.decide(
        DecisionKind.MERGE,
        names.stream().findFirst(),
        draft -> {
          Set<Long> faces = new LinkedHashSet<>();
          for (ArchivedCluster cluster : all) {
            faces.addAll(decider.facesOf(cluster.id()));
            if (cluster.id() != target.id()) {
              draft.inherit(cluster.id(), target.id());
            }
          }
          draft.settle(faces, target.id());
          boolean strangers = all.stream().allMatch(ArchivedCluster::ignored);
          draft.change(target, target.name(), strangers);
          return faces;
        });
  }

  private ArchivedCluster target(List<ArchivedCluster> all) throws FacesException {
    ArchivedCluster largest = all.get(0);
    for (ArchivedCluster cluster : all) {
      if (cluster.name().isPresent()) {
        return cluster;
      }
      if (decider.facesOf(cluster.id()).size() > decider.facesOf(largest.id()).size()) {
        largest = cluster;
      }
    }
    return largest;
  }

  /**
   * Says that clusters are strangers whom nobody wants to see.
   *
   * @throws IllegalArgumentException if one has a name, or is not there
   */
  public Optional<DecisionOutcome> ignore(Collection<Long> clusters) throws FacesException {
    List<ArchivedCluster> all = decider.clusters(clusters);
    for (ArchivedCluster cluster : all) {
      if (cluster.name().isPresent()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s has a name, so it is no stranger. Take the name off first.",
                cluster.name().get()));
      }
    }
    return ignore(DecisionKind.IGNORE, all, true);
  }

  /**
   * Shows strangers again.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Optional<DecisionOutcome> unignore(Collection<Long> clusters) throws FacesException {
    return ignore(DecisionKind.UNIGNORE, decider.clusters(clusters), false);
  }

  private Optional<DecisionOutcome> ignore(
      DecisionKind kind, List<ArchivedCluster> clusters, boolean ignored) throws FacesException {
    return decider.decide(
        kind,
        Optional.empty(),
        draft -> {
          Set<Long> faces = new LinkedHashSet<>();
          for (ArchivedCluster cluster : clusters) {
            draft.change(cluster, cluster.name(), ignored);
            Set<Long> its = decider.facesOf(cluster.id());
            draft.settle(its, cluster.id());
            faces.addAll(its);
          }
          return faces;
        });
  }

  /**
   * Says that two clusters are two people: no run puts faces of one into the other.
   *
   * @throws IllegalArgumentException if they are one, or one is not there
   */
  public Optional<DecisionOutcome> differ(long a, long b) throws FacesException {
    if (decider.clusters(List.of(a, b)).size() < 2) {
      throw new IllegalArgumentException("A cluster cannot differ from itself.");
    }
    return decider.decide(
        DecisionKind.DIFFER,
        Optional.empty(),
        draft -> {
          Set<Long> faces = decider.facesOf(a);
          Set<Long> others = decider.facesOf(b);
          draft.keepApart(faces, b);
          draft.keepApart(others, a);
          faces.addAll(others);
          return faces;
        });
  }
}
