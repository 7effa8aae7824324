package io.github.facesj.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Some people of a set are known, by some of their faces; their other faces and those of everybody
 * else are asked about.
 *
 * @param gallery the known people
 * @param probes other faces of known people
 * @param strangers all faces of the others
 */
record OpenSetSplit(
    Gallery gallery, List<LabelledVectors.Known> probes, List<LabelledVectors.Known> strangers) {

  /**
   * @param embedder id of the vectors
   * @param people how many are known, of those with more faces than are enrolled
   * @param enrolled faces of each
   * @param seed which ones
   */
  static OpenSetSplit of(
      LabelledVectors set, String embedder, int people, int enrolled, long seed) {
    Random random = new Random(seed);
    Map<String, Integer> counts = set.counts();
    List<String> able =
        new ArrayList<>(set.people().stream().filter(p -> counts.get(p) > enrolled).toList());
    Collections.shuffle(able, random);
    List<String> known = able.subList(0, people);
    List<LabelledVectors.Known> shuffled = new ArrayList<>(set.faces());
    Collections.shuffle(shuffled, random);
    Map<String, Integer> taken = new HashMap<>();
    List<Enrolled> faces = new ArrayList<>();
    List<LabelledVectors.Known> probes = new ArrayList<>();
    List<LabelledVectors.Known> strangers = new ArrayList<>();
    for (LabelledVectors.Known face : shuffled) {
      if (!known.contains(face.person())) {
        strangers.add(face);
      } else if (taken.merge(face.person(), 1, Integer::sum) <= enrolled) {
        faces.add(
            new Enrolled(face.person(), "photo" + faces.size(), face.vectors().get(embedder)));
      } else {
        probes.add(face);
      }
    }
    return new OpenSetSplit(Gallery.empty(embedder, "").with(faces), probes, strangers);
  }
}
