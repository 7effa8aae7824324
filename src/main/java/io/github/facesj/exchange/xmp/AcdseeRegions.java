package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Regions of ACDSee: like those of the Metadata Working Group, but with two areas, the one that the
 * program found (ALG) and the one that is shown, which a person may have drawn (DLY); names that
 * the user denied are none. Read only.
 */
final class AcdseeRegions {

  private static final XmpSpace SPACE = XmpSpace.ACDSEE;

  private final XmpTree xmp;
  private final String list = SPACE.name("Regions") + "/" + SPACE.name("RegionList");

  AcdseeRegions(XmpTree xmp) {
    this.xmp = xmp;
  }

  RegionList list(String source, Optional<Orientation> noted) {
    List<FaceRegion> faces = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (int i = 1; i <= xmp.count(SPACE, list); i++) {
      if (field(i, "Type").orElse("Face").equalsIgnoreCase("Face")) {
        int number = i;
        Optional<Box> area = area(i, "DLYArea").or(() -> area(number, "ALGArea"));
        if (area.isPresent()) {
          faces.add(new FaceRegion(area.get(), name(i), Optional.empty(), Optional.empty()));
        } else {
          leftOut.add(
              String.format(
                  Locale.ROOT, "Face region %d of ACDSee has no place. It was left out.", i));
        }
      }
    }
    FrameEvidence evidence =
        new FrameEvidence(size(), false, noted, RegionWriter.ACDSEE, Optional.empty(), false);
    return new RegionList(source, faces, evidence, false, false, leftOut);
  }

  private String name(int i) {
    boolean denied =
        field(i, "NameAssignType").orElse("").toLowerCase(Locale.ROOT).equals("denied");
    return denied ? "" : field(i, "Name").orElse("");
  }

  private Optional<double[]> size() {
    String size = SPACE.name("Regions") + "/" + SPACE.name("AppliedToDimensions") + "/";
    Optional<Double> w = xmp.number(SPACE, size + XmpSpace.ACDSEE_DIMENSIONS.name("w"));
    Optional<Double> h = xmp.number(SPACE, size + XmpSpace.ACDSEE_DIMENSIONS.name("h"));
    return w.isPresent() && h.isPresent() && w.get() > 0 && h.get() > 0
        ? Optional.of(new double[] {w.get(), h.get()})
        : Optional.empty();
  }

  private Optional<Box> area(int i, String which) {
    double[] v = new double[4];
    for (int k = 0; k < 4; k++) {
      String path = at(i, which) + "/" + XmpSpace.ACDSEE_AREA.name("xywh".substring(k, k + 1));
      Optional<Double> number = xmp.number(SPACE, path);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      v[k] = number.get();
    }
    return FaceRegion.area(v[0] - v[2] / 2, v[1] - v[3] / 2, v[2], v[3]);
  }

  private Optional<String> field(int i, String name) {
    return xmp.text(SPACE, at(i, name));
  }

  private String at(int i, String field) {
    return list + "[" + i + "]/" + SPACE.name(field);
  }
}
