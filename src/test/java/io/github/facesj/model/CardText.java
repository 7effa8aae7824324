package io.github.facesj.model;

import io.github.facesj.run.FacesException;

/** Cards of somebody else, for tests of other rooms. */
public final class CardText {

  private CardText() {}

  /** Reads a card as one of a user's own folder. */
  public static void read(String text) throws FacesException {
    CardReader.read(
        "own", Origin.OWN, "rdf.yaml", text, name -> new ModelFile(name, name, 1, "0".repeat(64)));
  }
}
