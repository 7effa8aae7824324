package io.github.facesj.evaluation;

import io.github.facesj.run.FacesException;
import java.util.Optional;

/** Where the pairs of a verification go as they are compared. */
interface PairRows {

  /** For those who want no more than the result. */
  PairRows NOWHERE =
      new PairRows() {
        @Override
        public Optional<PairScore> known(int number, Pair pair) {
          return Optional.empty();
        }

        @Override
        public void add(int number, PairScore score, boolean settled) {
          // nothing is kept
        }

        @Override
        public String whatIsKept() {
          return "so there is no result";
        }
      };

  /**
   * What an earlier run that did not end found of a pair; asked for in the order of the list.
   *
   * @param number of the pair in the list, from 0
   */
  Optional<PairScore> known(int number, Pair pair);

  /**
   * Adds a pair, in the order of the list.
   *
   * @param settled whether another run would find the same
   * @throws FacesException if it cannot be written, which ends the run
   */
  void add(int number, PairScore score, boolean settled) throws FacesException;

  /** The end of a sentence that says that a run was stopped. */
  String whatIsKept();
}
