package io.github.facesj.run;

/** The sentence of work of which no part is of use: whoever stops it gets nothing. */
public final class CancelCheck {

  private CancelCheck() {}

  /**
   * @throws FacesException if the user wishes to stop; one that is passing
   */
  public static void require(Progress progress) throws FacesException {
    if (progress.isCanceled()) {
      throw FacesException.passing("The work was stopped, so there is no result.");
    }
  }
}
