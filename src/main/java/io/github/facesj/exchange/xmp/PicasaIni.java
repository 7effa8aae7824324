package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.PathText;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file in which Picasa keeps the faces of a folder: for each photo rectangles in parts of the
 * stored picture, 16 bits for each side, and the contacts they are of. Names of contacts stand in
 * the same file since version 3.9; otherwise only Picasa's own list of contacts knows them.
 */
final class PicasaIni {

  private static final List<String> NAMES = List.of(".picasa.ini", "Picasa.ini", "picasa.ini");

  private static final Pattern FACE =
      Pattern.compile("rect64\\(([0-9a-fA-F]{1,16})\\),([0-9a-zA-Z]+)");

  /** Whom Picasa does not know, or was told to ignore. */
  private static final String NOBODY = "ffffffffffffffff";

  /** The largest number of 16 bits. */
  private static final double WHOLE = 0xffff;

  private final String place;
  private final Map<String, String> contacts = new HashMap<>();
  private final Map<String, String> faces = new HashMap<>();

  private PicasaIni(String place) {
    this.place = place;
  }

  /**
   * The file of a folder, if there is one.
   *
   * @throws FacesException if it cannot be read
   */
  static Optional<PicasaIni> of(Path folder) throws FacesException {
    for (String name : NAMES) {
      Path file = PathText.resolve(folder, name);
      if (Files.isRegularFile(file)) {
        PicasaIni ini = new PicasaIni(name);
        ini.read(InputFile.lines("The file", file, InputFile.ONE_PHOTO));
        return Optional.of(ini);
      }
    }
    return Optional.empty();
  }

  private void read(List<String> lines) {
    String section = "";
    for (String line : lines) {
      int sign = line.indexOf('=');
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (sign > 0 && section.equals("Contacts2")) {
        contacts.put(
            key(line.substring(0, sign)), line.substring(sign + 1).split(";", 2)[0].strip());
      } else if (line.startsWith("faces=")) {
        faces.put(key(section), line.substring(sign + 1));
      }
    }
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** What it says about a photo, if it does. */
  Optional<FaceSource> of(String photo) {
    return Optional.ofNullable(faces.get(key(photo))).map(Entry::new);
  }

  /** The faces of one photo. */
  private final class Entry implements FaceSource {
    private final String line;

    Entry(String line) {
      this.line = line;
    }

    @Override
    public String place() {
      return place;
    }

    @Override
    public boolean hasFaces() {
      return !line.isBlank();
    }

    @Override
    public List<RegionList> lists(PhotoFrame photo) {
      List<FaceRegion> regions = new ArrayList<>();
      List<String> leftOut = new ArrayList<>();
      int nameless = 0;
      for (String part : line.split(";")) {
        Matcher face = FACE.matcher(part.strip());
        Optional<Box> area = face.matches() ? area(face.group(1)) : Optional.empty();
        if (area.isPresent()) {
          String contact = key(face.group(2));
          String name = contacts.getOrDefault(contact, "");
          nameless += name.isEmpty() && !contact.equals(NOBODY) ? 1 : 0;
          regions.add(new FaceRegion(area.get(), name, Optional.empty(), Optional.empty()));
        } else if (!part.isBlank()) {
          leftOut.add(
              String.format(
                  Locale.ROOT,
                  "A face in %s has no place that can be read. It was left out.",
                  place));
        }
      }
      if (nameless > 0) {
        leftOut.add(
            String.format(
                Locale.ROOT,
                "%d faces in %s are of contacts whose names only Picasa's own list has"
                    + " (contacts.xml). They were read without names.",
                nameless,
                place));
      }
      return List.of(new RegionList(place, regions, FrameEvidence.STORED, false, false, leftOut));
    }

    /** Zeros in front are left out. */
    private Optional<Box> area(String hex) {
      long bits = Long.parseUnsignedLong(hex, 16);
      double left = (bits >>> 48) / WHOLE;
      double top = (bits >>> 32 & 0xffff) / WHOLE;
      double right = (bits >>> 16 & 0xffff) / WHOLE;
      double bottom = (bits & 0xffff) / WHOLE;
      return FaceRegion.area(left, top, right - left, bottom - top);
    }

    @Override
    public List<String> namesWithoutPlace() {
      return List.of();
    }
  }
}
