package io.github.facesj.fiji;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.PairsList;
import io.github.facesj.exchange.PeopleCsv;
import io.github.facesj.exchange.dataset.CocoJson;
import io.github.facesj.exchange.dataset.OpenFaceCsv;
import io.github.facesj.exchange.dataset.PtsFiles;
import io.github.facesj.exchange.dataset.UdacityCsv;
import io.github.facesj.exchange.dataset.VocXml;
import io.github.facesj.exchange.dataset.WiderResults;
import io.github.facesj.exchange.dataset.WiderTruth;
import io.github.facesj.exchange.numpy.EmbeddingFiles;
import io.github.facesj.exchange.xmp.FaceFinder;
import io.github.facesj.exchange.xmp.XmpRegions;
import io.github.facesj.fiji.overlay.RoiZip;
import io.github.facesj.run.Progress;
import java.nio.file.Path;
import java.util.Optional;

/** The formats of files in which faces are given and taken; docs/FORMATS.md compares them. */
public enum ExchangeFormat {
  /** One row per face, with all that is known of it. */
  CSV,
  /** Landmarks as OpenFace has them. */
  OPENFACE,
  /** Landmarks in 137 columns. */
  UDACITY,
  /** 300-W's files of points. */
  PTS,
  /** A file of ImageJ's ROI Manager. */
  ROIS,
  /** Detections for WIDER FACE's evaluation. */
  WIDER,
  /** Ground truth as WIDER FACE has it. */
  WIDERTRUTH,
  /** COCO keypoints. */
  COCO,
  /** PASCAL VOC. */
  VOC,
  /** Pairs for the evaluation of verification. */
  PAIRS,
  /** A matrix for NumPy, and a table of names. */
  EMBEDDINGS,
  /** Regions in sidecars, or in copies of photos. */
  XMP;

  /** Whether a face is of no use here without the size of its photo. */
  public boolean needsSize() {
    return this == COCO || this == VOC || this == XMP;
  }

  /**
   * A reader.
   *
   * @param finder says where faces are in a photo, where its metadata can be read in two ways
   */
  public FaceFormat reader(FaceFinder finder, Progress progress) {
    return this == XMP
        ? new XmpRegions(Optional.empty(), false, finder, progress)
        : format(Optional.empty(), false, progress);
  }

  /**
   * A reader and writer.
   *
   * @param photos folder of the photos, where it is known
   * @param embed of XMP: whether copies of photos are written, not sidecars
   * @param progress of formats with a file for each photo
   */
  public FaceFormat format(Optional<Path> photos, boolean embed, Progress progress) {
    return switch (this) {
      case CSV -> new PeopleCsv();
      case OPENFACE -> new OpenFaceCsv();
      case UDACITY -> new UdacityCsv();
      case PTS -> new PtsFiles();
      case ROIS -> new RoiZip();
      case WIDER -> new WiderResults();
      case WIDERTRUTH -> new WiderTruth();
      case COCO -> new CocoJson();
      case VOC -> new VocXml();
      case PAIRS -> new PairsList();
      case EMBEDDINGS -> new EmbeddingFiles();
      case XMP -> new XmpRegions(photos, embed, FaceFinder.NONE, progress);
    };
  }
}
