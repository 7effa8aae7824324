package io.github.facesj.cluster;

import java.util.Map;
import java.util.Set;

/**
 * What people decided about clusters, for a run to obey.
 *
 * @param touched clusters with a name, ignored ones, and those that a face was ruled out of: while
 *     none of its faces is settled, such a cluster stays whole even where all else is made anew
 * @param apart for the id of a face the clusters it must not be put into
 * @param last greatest id of a cluster that there has been; new ones get the next
 */
public record ClusterFacts(Set<Long> touched, Map<Long, Set<Long>> apart, long last) {

  public ClusterFacts {
    touched = Set.copyOf(touched);
    apart = Map.copyOf(apart);
  }

  boolean isApart(long face, long cluster) {
    Set<Long> ruledOut = apart.get(face);
    return ruledOut != null && ruledOut.contains(cluster);
  }
}
