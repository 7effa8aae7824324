package io.github.facesj.fiji.review;

import io.github.facesj.archive.Archive;
import io.github.facesj.archive.ArchivedCluster;
import io.github.facesj.archive.ArchivedFace;
import io.github.facesj.archive.ArchivedPhoto;
import io.github.facesj.run.FacesException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an archive holds, in memory, and the rows it gives. For one thread at a time. */
final class ReviewedFaces {

  private static final Comparator<ArchivedFace> BEST_FIRST =
      Comparator.comparingDouble(ArchivedFace::quality)
          .reversed()
          .thenComparingLong(ArchivedFace::id);
  private static final Comparator<ReviewRow> BIGGEST_FIRST =
      Comparator.comparingInt((ReviewRow row) -> row.faces().size())
          .reversed()
          .thenComparingLong(row -> row.cluster().map(ArchivedCluster::id).orElse(0L));

  private final Archive archive;
  private final Map<Long, ArchivedPhoto> photos = new HashMap<>();
  private final TreeMap<Long, ArchivedFace> faces = new TreeMap<>();
  private final TreeMap<Long, ArchivedCluster> clusters = new TreeMap<>();

  ReviewedFaces(Archive archive) throws FacesException {
    this.archive = archive;
    archive.transaction(
        () -> {
          archive.photos().forEach(photo -> photos.put(photo.id(), photo));
          archive.faces().forEach(face -> faces.put(face.id(), face));
          readClusters();
          return null;
        });
  }

  private void readClusters() throws FacesException {
    clusters.clear();
    archive.clusters().forEach(cluster -> clusters.put(cluster.id(), cluster));
  }

  /** Reads anew what a decision was about. */
  void refresh(Set<Long> changed) throws FacesException {
    archive.transaction(
        () -> {
          faces.keySet().removeAll(changed);
          archive.faceTable().find(changed).forEach(face -> faces.put(face.id(), face));
          readClusters();
          return null;
        });
  }

  /** The faces of one picture, in the order of their numbers. */
  List<ArchivedFace> picture(long photo, int page) {
    return faces.values().stream()
        .filter(face -> face.photo() == photo && face.page() == page && !face.nonface())
        .sorted(Comparator.comparingInt(ArchivedFace::number))
        .toList();
  }

  ArchivedPhoto photo(long id) {
    return photos.get(id);
  }

  Optional<ArchivedCluster> cluster(OptionalLong id) {
    return id.isPresent() ? Optional.ofNullable(clusters.get(id.getAsLong())) : Optional.empty();
  }

  Optional<ArchivedCluster> cluster(long id) {
    return Optional.ofNullable(clusters.get(id));
  }

  /** All names, in the order of the alphabet. */
  List<String> names() {
    return clusters.values().stream()
        .flatMap(cluster -> cluster.name().stream())
        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** All folders with photos in them, and those above that part into several. */
  List<String> folders() {
    Map<String, Set<String>> parts = new TreeMap<>();
    Set<String> folders = new TreeSet<>();
    for (ArchivedPhoto photo : photos.values()) {
      String part = photo.path();
      for (int slash = part.lastIndexOf('/'); slash > 0; slash = part.lastIndexOf('/')) {
        String folder = part.substring(0, slash);
        if (part.equals(photo.path())) {
          folders.add(folder);
        } else if (parts.computeIfAbsent(folder, f -> new TreeSet<>()).add(part)
            && parts.get(folder).size() > 1) {
          folders.add(folder);
        }
        part = folder;
      }
    }
    return List.copyOf(folders);
  }

  /** The faces of each cluster that is not ignored, in the order of the ids of both. */
  SortedMap<Long, List<ArchivedFace>> members() {
    SortedMap<Long, List<ArchivedFace>> members = new TreeMap<>();
    for (ArchivedFace face : faces.values()) {
      if (cluster(face.cluster()).filter(cluster -> !cluster.ignored()).isPresent()) {
        long id = face.cluster().getAsLong();
        members.computeIfAbsent(id, c -> new ArrayList<>()).add(face);
      }
    }
    return members;
  }

  /** The rows of a filter: the biggest first. */
  List<ReviewRow> rows(ReviewFilter filter) {
    Map<Optional<ArchivedCluster>, List<ArchivedFace>> members = new HashMap<>();
    Map<OptionalLong, Integer> sizes = new HashMap<>();
    for (ArchivedFace face : faces.values()) {
      Optional<ArchivedCluster> cluster = cluster(face.cluster());
      if (filter.shown().holds(face, cluster)
          && filter.passes(cluster.flatMap(ArchivedCluster::name))) {
        sizes.merge(face.cluster(), 1, Integer::sum);
        if (filter.passes(photos.get(face.photo()))) {
          members.computeIfAbsent(cluster, c -> new ArrayList<>()).add(face);
        }
      }
    }
    List<ReviewRow> rows = new ArrayList<>();
    members.forEach(
        (cluster, its) -> {
          its.sort(BEST_FIRST);
          int all = sizes.get(its.get(0).cluster());
          rows.add(new ReviewRow(cluster, List.copyOf(its), all, dates(its)));
        });
    rows.sort(BIGGEST_FIRST);
    return List.copyOf(rows);
  }

  /** The row of one cluster with all its faces; nothing if it is gone, or a stranger. */
  Optional<ReviewRow> row(long cluster) {
    List<ArchivedFace> its = members().get(cluster);
    if (its == null) {
      return Optional.empty();
    }
    its.sort(BEST_FIRST);
    return Optional.of(new ReviewRow(cluster(cluster), List.copyOf(its), its.size(), dates(its)));
  }

  /** {@code 1998}, or {@code 1998 - 2004}. */
  private String dates(List<ArchivedFace> some) {
    List<String> years =
        some.stream()
            .flatMap(face -> photos.get(face.photo()).taken().stream())
            .filter(taken -> taken.length() >= 4)
            .map(taken -> taken.substring(0, 4))
            .distinct()
            .sorted()
            .toList();
    return years.isEmpty()
        ? ""
        : years.size() == 1 ? years.get(0) : years.get(0) + "\u2013" + years.get(years.size() - 1);
  }
}
