package io.github.facesj.exchange.dataset;

import io.github.facesj.exchange.FaceFormat;
import io.github.facesj.exchange.FolderFiles;
import io.github.facesj.exchange.FormatRequirements;
import io.github.facesj.exchange.NamedFace;
import io.github.facesj.exchange.PhotoFaces;
import io.github.facesj.exchange.ReadFaces;
import io.github.facesj.face.Box;
import io.github.facesj.face.Face;
import io.github.facesj.image.Orientation;
import io.github.facesj.io.Decimals;
import io.github.facesj.io.FileContent;
import io.github.facesj.io.FileKind;
import io.github.facesj.io.InputFile;
import io.github.facesj.io.SafeXml;
import io.github.facesj.io.WriteGuard;
import io.github.facesj.photo.PhotoFrame;
import io.github.facesj.run.FacesException;
import io.github.facesj.run.Problem;
import io.github.facesj.run.Reason;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Boxes as PASCAL VOC has them (VOC2012 development kit, "Annotations"), one XML file for each
 * photo: {@code a/b.jpg} has {@code a/b.xml}. Pixels are counted from one, and {@code xmax} is the
 * last one in the box; parts of pixels are written as they are.
 *
 * <p>It keeps boxes, size of the photo, photos without a face; person and score stand in CVAT's
 * {@code attributes}. Points are lost. Reading takes the name of an object for a person's, unless
 * it is {@code face} or attributes say it.
 */
public final class VocXml implements FaceFormat {

  private static final String SOURCE = "<annotation>FacesJ</annotation>";

  /** The source stands behind the name of the photo, which may be long. */
  private static final FileKind KIND =
      FileKind.marked(
          "an annotation in VOC's XML",
          file ->
              new String(FileContent.head(file, 1 << 15), StandardCharsets.UTF_8).contains(SOURCE));

  private static final String FACE = "face";
  private static final String NAME = "person";
  private static final String SCORE = "score";
  private static final String SLICE = "slice";

  @Override
  public List<Problem> write(List<PhotoFaces> photos, Path target, WriteGuard guard)
      throws FacesException {
    List<Path> files = FolderFiles.each(photos, target, ".xml");
    List<String> texts = new ArrayList<>();
    for (PhotoFaces photo : photos) {
      texts.add(text(photo));
    }
    FolderFiles.write(files, texts, KIND, guard);
    return List.of();
  }

  private static String text(PhotoFaces photo) {
    PhotoFrame frame = FormatRequirements.frame(photo);
    StringBuilder xml = new StringBuilder("<annotation>\n");
    xml.append(element("  ", "filename", SafeXml.text("The photo", photo.photo())));
    xml.append("  <source>\n    ").append(SOURCE).append("\n  </source>\n");
    xml.append("  <size>\n");
    xml.append(element("    ", "width", Integer.toString(frame.width())));
    xml.append(element("    ", "height", Integer.toString(frame.height())));
    xml.append("    <depth>3</depth>\n  </size>\n");
    if (photo.slice() > 1) {
      xml.append(element("  ", SLICE, Integer.toString(photo.slice())));
    }
    xml.append("  <segmented>0</segmented>\n");
    photo.faces().forEach(face -> xml.append(object(face)));
    return xml.append("</annotation>\n").toString();
  }

  private static String object(NamedFace face) {
    StringBuilder xml = new StringBuilder("  <object>\n");
    xml.append(element("    ", "name", FACE));
    xml.append("    <truncated>0</truncated>\n    <difficult>0</difficult>\n");
    xml.append("    <attributes>\n");
    xml.append(attribute(NAME, SafeXml.text("The person", face.name())));
    xml.append(attribute(SCORE, Double.toString(face.face().score())));
    xml.append("    </attributes>\n    <bndbox>\n");
    Box box = face.face().box();
    xml.append(element("      ", "xmin", Decimals.text(box.x(), BigDecimal.ONE)));
    xml.append(element("      ", "ymin", Decimals.text(box.y(), BigDecimal.ONE)));
    xml.append(element("      ", "xmax", Decimals.text(box.x(), Decimals.exact(box.width()))));
    xml.append(element("      ", "ymax", Decimals.text(box.y(), Decimals.exact(box.height()))));
    return xml.append("    </bndbox>\n  </object>\n").toString();
  }

  private static String attribute(String name, String value) {
    return String.format(
        Locale.ROOT,
        "      <attribute>\n%s%s      </attribute>\n",
        element("        ", "name", name),
        element("        ", "value", value));
  }

  private static String element(String indent, String name, String text) {
    return String.format(Locale.ROOT, "%s<%s>%s</%s>\n", indent, name, escaped(text), name);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  @Override
  public ReadFaces parse(Path source) throws FacesException {
    return FolderFiles.read(source, ".xml", VocXml::photo);
  }

  private static PhotoFaces photo(Path file, String name) throws FacesException {
    String what = "The annotation " + file;
    Document document =
        SafeXml.tree(what, InputFile.bytes("The annotation", file, InputFile.ONE_PHOTO));
    Element root = document.getDocumentElement();
    try {
      if (!root.getNodeName().equals("annotation")) {
        throw new IllegalArgumentException("it is no annotation, but " + root.getNodeName());
      }
      List<NamedFace> faces = children(root, "object").stream().map(VocXml::face).toList();
      String photo = text(root, "filename").orElse(FolderFiles.stem(name));
      int slice = text(root, SLICE).map(VocXml::whole).orElse(1);
      return new PhotoFaces(photo, slice, frame(root), faces, PhotoFaces.ELSEWHERE, "");
    } catch (IllegalArgumentException e) {
      throw new FacesException(
          String.format(Locale.ROOT, "%s cannot be used: %s.", what, Reason.of(e)), e);
    }
  }

  private static Optional<PhotoFrame> frame(Element root) {
    for (Element size : children(root, "size")) {
      int width = text(size, "width").map(VocXml::whole).orElse(0);
      int height = text(size, "height").map(VocXml::whole).orElse(0);
      if (width > 0 && height > 0) {
        return Optional.of(new PhotoFrame(width, height, Orientation.UPRIGHT));
      }
    }
    return Optional.empty();
  }

  private static int whole(String text) {
    double value = Decimals.parse(text, BigDecimal.ZERO);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(text + " is no whole number");
    }
    return (int) value;
  }

  private static NamedFace face(Element object) {
    String label = text(object, "name").orElse(FACE);
    String person = attribute(object, NAME).orElse(label.equals(FACE) ? "" : label);
    double score =
        attribute(object, SCORE).map(s -> Decimals.parse(s, BigDecimal.ZERO)).orElse(1.0);
    Element box =
        children(object, "bndbox").stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("an object has no bndbox"));
    BigDecimal left = number(box, "xmin").subtract(BigDecimal.ONE);
    BigDecimal top = number(box, "ymin").subtract(BigDecimal.ONE);
    Box at =
        new Box(
            left.doubleValue(),
            top.doubleValue(),
            number(box, "xmax").subtract(left).doubleValue(),
            number(box, "ymax").subtract(top).doubleValue());
    return new NamedFace(Face.of(at, score), person);
  }

  private static BigDecimal number(Element box, String name) {
    return Decimals.parse(
        text(box, name).orElseThrow(() -> new IllegalArgumentException("a box has no " + name)));
  }

  private static Optional<String> attribute(Element object, String name) {
    return children(object, "attributes").stream()
        .flatMap(all -> children(all, "attribute").stream())
        .filter(a -> text(a, "name").orElse("").equals(name))
        .findFirst()
        .map(a -> text(a, "value").orElse(""));
  }

  private static Optional<String> text(Element parent, String name) {
    return children(parent, name).stream().findFirst().map(Node::getTextContent);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e && e.getNodeName().equals(name)) {
        found.add(e);
      }
    }
    return found;
  }
}
