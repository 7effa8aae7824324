package io.github.facesj.archive;

import io.github.facesj.face.PersonName;
import io.github.facesj.run.FacesException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Decisions about single faces; what changes nothing gives no outcome. */
public final class FaceDecisions {

  private final Archive archive;
  private final DecisionTransaction decider;

  FaceDecisions(Archive archive, DecisionTransaction decider) {
    this.archive = archive;
    this.decider = decider;
  }

  /**
   * Makes a cluster of its own of faces, and keeps them and those they leave apart for ever.
   *
   * @throws IllegalArgumentException if they are a cluster already, or one is not there
   */
  public Optional<DecisionOutcome> split(Collection<Long> faces) throws FacesException {
    List<ArchivedFace> all = decider.faces(faces);
    OptionalLong from = all.get(0).cluster();
    if (from.isPresent()
        && decider.facesOf(from.getAsLong()).equals(DecisionTransaction.ids(all))) {
      throw new IllegalArgumentException(
          "These are all the faces of their cluster. Choose some of them to split off.");
    }
    return decider.decide(
        DecisionKind.SPLIT,
        Optional.empty(),
        draft -> into(draft, all, draft.cluster(Optional.empty())));
  }

  /**
   * Moves faces to a person, known or new, and keeps them and those they leave apart for ever.
   *
   * @throws IllegalArgumentException if the name is empty, or a face is not there
   */
  public Optional<DecisionOutcome> give(Collection<Long> faces, String name) throws FacesException {
    String person = PersonName.given(name);
    List<ArchivedFace> all = decider.faces(faces);
    return decider.decide(
        DecisionKind.GIVE,
        Optional.of(person),
        draft -> into(draft, all, decider.person(draft, person)));
  }

  private static Set<Long> into(DecisionPlan draft, List<ArchivedFace> faces, long cluster)
      throws FacesException {
    Set<Long> ids = DecisionTransaction.ids(faces);
    draft.settle(ids, cluster);
    draft.keepApartFromWhereTheyWere(cluster);
    return ids;
  }

  /**
   * Says that faces are not who their cluster is. They belong to none then; the next run may put
   * them elsewhere, never back.
   *
   * @throws IllegalArgumentException if a face is not there, or in no cluster
   */
  public Optional<DecisionOutcome> reject(Collection<Long> faces) throws FacesException {
    Map<Long, Set<Long>> from = decider.byCluster(faces);
    return decider.decide(
        DecisionKind.REJECT,
        Optional.empty(),
        draft -> {
          Set<Long> all = new LinkedHashSet<>();
          for (Map.Entry<Long, Set<Long>> some : from.entrySet()) {
            draft.move(some.getValue(), OptionalLong.empty(), false, false);
            draft.keepApart(some.getValue(), some.getKey());
            all.addAll(some.getValue());
          }
          return all;
        });
  }

  /**
   * Says that something is no face: it is left out of everything from now on.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Optional<DecisionOutcome> nonface(Collection<Long> faces) throws FacesException {
    return judge(DecisionKind.NONFACE, faces, true);
  }

  /**
   * Says that something called no face is one after all; it belongs to nobody yet.
   *
   * @throws IllegalArgumentException if one is not there
   */
  public Optional<DecisionOutcome> face(Collection<Long> faces) throws FacesException {
    return judge(DecisionKind.FACE, faces, false);
  }

  private Optional<DecisionOutcome> judge(
      DecisionKind kind, Collection<Long> faces, boolean nonface) throws FacesException {
    List<ArchivedFace> wrong =
        decider.faces(faces).stream().filter(face -> face.nonface() != nonface).toList();
    return decider.decide(
        kind,
        Optional.empty(),
        draft -> {
          draft.move(DecisionTransaction.ids(wrong), OptionalLong.empty(), false, nonface);
          return DecisionTransaction.ids(wrong);
        });
  }

  /**
   * Confirms that faces are where they belong.
   *
   * @throws IllegalArgumentException if a face is not there, or in no cluster
   */
  public Optional<DecisionOutcome> settle(Collection<Long> faces) throws FacesException {
    Map<Long, Set<Long>> where = decider.byCluster(faces);
    return decider.decide(
        DecisionKind.SETTLE,
        Optional.empty(),
        draft -> {
          Set<Long> all = new LinkedHashSet<>();
          for (Map.Entry<Long, Set<Long>> some : where.entrySet()) {
            draft.settle(some.getValue(), some.getKey());
            all.addAll(some.getValue());
          }
          return all;
        });
  }

  /**
   * Adds a face whose box a person drew.
   *
   * @param photo id of its photo
   * @param face counts as drawn and gets the next number of its picture, whatever it says
   * @param name the person's, known or new; empty to leave it to the next run
   * @throws IllegalArgumentException if the name is blank, or the vector has another length
   */
  public DecisionOutcome draw(long photo, NewFace face, Optional<String> name)
      throws FacesException {
    Optional<String> person = name.map(PersonName::given);
    return decider
        .decide(
            DecisionKind.DRAW,
            person,
            draft -> {
              long id = archive.faceTable().add(photo, face.drawn(next(photo, face.page())));
              draft.drew(id);
              if (person.isPresent()) {
                draft.settle(Set.of(id), decider.person(draft, person.get()));
              }
              return Set.of(id);
            })
        .orElseThrow();
  }

  private int next(long photo, int page) throws FacesException {
    return 1
        + archive.faceTable().of(photo).stream()
            .filter(face -> face.page() == page)
            .mapToInt(ArchivedFace::number)
            .max()
            .orElse(0);
  }
}
