package io.github.facesj.exchange.xmp;

import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.util.List;

/** A place in which something is written about the faces of one photo. */
interface FaceSource {

  /** Words for a person. */
  String place();

  /** Whether there is any face, however its place may turn out. */
  boolean hasFaces();

  /**
   * The lists of faces, the most trusted first; empty ones are left out.
   *
   * @throws FacesException if they are absurd
   */
  List<RegionList> lists(PhotoFrame photo) throws FacesException;

  /** People of whom only the name is known. */
  List<String> namesWithoutPlace();
}
