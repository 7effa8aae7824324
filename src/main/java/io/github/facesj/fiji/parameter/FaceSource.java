package io.github.facesj.fiji.parameter;

/** Where the faces come from that a command works on. */
public enum FaceSource {
  /** A detector finds them, in the selection if there is one. */
  DETECT,
  /** The selection of the image is a face, each part of it if it has several. */
  SELECTION,
  /** Each rectangle in the overlay is a face. */
  OVERLAY,
  /** Each rectangle in the ROI Manager is a face. */
  MANAGER
}
