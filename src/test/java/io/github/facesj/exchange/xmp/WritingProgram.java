package io.github.facesj.exchange.xmp;

import io.github.facesj.face.Box;
import io.github.facesj.image.Orientation;
import io.github.facesj.photo.PhotoFrame;
import java.util.Locale;

/**
 * How programs write a face into XMP, as far as it differs: docs/FORMATS.md has the sources. The
 * texts are made up after those habits; none is from a file of anybody.
 */
enum WritingProgram {
  /** Areas of the stored picture, size of the upright one, a rotation, no unit. */
  LIGHTROOM("Adobe XMP Core 7.0-c000 1.000000, 0000/00/00-00:00:00        ") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return tool("Adobe Photoshop Lightroom Classic 14.5.1 (Windows)")
          + mwg(size(photo.width(), photo.height()), rotated(stored(photo, upright), name));
    }
  },
  /** The same where exiftool wrote the file afterwards, and nothing else says Lightroom. */
  LIGHTROOM_THEN_EXIFTOOL("Image::ExifTool 12.57") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return mwg(size(photo.width(), photo.height()), rotated(stored(photo, upright), name));
    }
  },
  /** Signed by nothing but the library. */
  ADOBE_TOOLKIT("Adobe XMP Core 5.6-c140 79.160451, 2017/05/06-01:08:21        ") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return mwg(size(photo.width(), photo.height()), plain(stored(photo, upright), name));
    }
  },
  /** Both kinds, the same numbers, size of the stored picture. */
  DIGIKAM("XMP Core 4.4.0-Exiv2") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      Box part = stored(photo, upright);
      return mwg(size(photo.storedWidth(), photo.storedHeight()), plain(part, name))
          + microsoft(part, name);
    }
  },
  /** Earlier versions (KDE bug 429219): no size. */
  DIGIKAM_OLD("XMP Core 4.4.0-Exiv2") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      Box part = stored(photo, upright);
      return mwg("", plain(part, name)) + microsoft(part, name);
    }
  },
  PICASA("XMP Core 5.1.2") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return mwg(
          size(photo.storedWidth(), photo.storedHeight()), plain(stored(photo, upright), name));
    }
  },
  /** Cameras of iPhones: no names, an angle of the head in the stored picture. */
  APPLE("XMP Core 6.0.0") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      String roll =
          "<mwg-rs:Extensions rdf:parseType='Resource'"
              + " xmlns:apple-fi='http://ns.apple.com/faceinfo/1.0/'>"
              + "<apple-fi:AngleInfoRoll>270</apple-fi:AngleInfoRoll></mwg-rs:Extensions>";
      return mwg(
          size(photo.storedWidth(), photo.storedHeight()),
          region(stored(photo, upright), name, "", "stArea:unit='normalized'", roll));
    }
  },
  /** osxphotos: a rotation, and a size without numbers. */
  OSXPHOTOS("XMP Core 5.4.0") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return mwg(
          "<mwg-rs:AppliedToDimensions rdf:parseType='Resource'><stDim:unit>pixel</stDim:unit>"
              + "</mwg-rs:AppliedToDimensions>",
          rotated(stored(photo, upright), name));
    }
  },
  /** Windows Live Photo Gallery. */
  WINDOWS("") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      return microsoft(stored(photo, upright), name);
    }
  },
  /** Exiftool by hand: pixels of the upright picture, whose size shows that where axes swap. */
  PIXELS("Image::ExifTool 12.57") {
    @Override
    String face(PhotoFrame photo, Box b, String name) {
      Box pixels = photo.orientation().swapsAxes() ? b : photo.toStored(b);
      return mwg(
          size(photo.width(), photo.height()), region(pixels, name, "", "stArea:unit='pixel'", ""));
    }
  },
  IPTC("Image::ExifTool 12.57") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      Box p = stored(photo, upright);
      return iptc(name, "rectangle", "relative", corners(p.x(), p.y(), p.width(), p.height()));
    }
  },
  IPTC_PIXELS("Image::ExifTool 12.57") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      Box p = photo.toStored(upright);
      return iptc(name, "rectangle", "pixel", corners(p.x(), p.y(), p.width(), p.height()));
    }
  },
  IPTC_POLYGON("Image::ExifTool 12.57") {
    @Override
    String face(PhotoFrame photo, Box upright, String name) {
      Box p = stored(photo, upright);
      return iptc(
          name,
          "polygon",
          "relative",
          "<Iptc4xmpExt:rbVertices><rdf:Seq>"
              + vertex(p.x(), p.centerY())
              + vertex(p.centerX(), p.y())
              + vertex(p.right(), p.centerY())
              + vertex(p.centerX(), p.bottom())
              + "</rdf:Seq></Iptc4xmpExt:rbVertices>");
    }
  };

  private final String toolkit;

  WritingProgram(String toolkit) {
    this.toolkit = toolkit;
  }

  /** Properties that describe a face. */
  abstract String face(PhotoFrame photo, Box upright, String name);

  /** A whole packet, which notes the photo's own orientation. */
  String xmp(PhotoFrame photo, Box upright, String name) {
    return packet(toolkit, photo.orientation(), face(photo, upright, name));
  }

  static String packet(String toolkit, Orientation noted, String properties) {
    return "<x:xmpmeta xmlns:x='adobe:ns:meta/'"
        + (toolkit.isEmpty() ? "" : " x:xmptk='" + toolkit + "'")
        + "><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        + "<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
        + " xmlns:tiff='http://ns.adobe.com/tiff/1.0/'"
        + " xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'"
        + " xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'"
        + " xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'"
        + " xmlns:MP='http://ns.microsoft.com/photo/1.2/'"
        + " xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'"
        + " xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'"
        + " xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'"
        + " xmlns:acdsee-rs='http://ns.acdsee.com/regions/'"
        + " xmlns:acdsee-stArea='http://ns.acdsee.com/sType/Area#'"
        + " xmlns:acdsee-stDim='http://ns.acdsee.com/sType/Dimensions#'>"
        + "<tiff:Orientation>"
        + noted.exif()
        + "</tiff:Orientation>"
        + properties
        + "</rdf:Description></rdf:RDF></x:xmpmeta>";
  }

  static String tool(String name) {
    return "<xmp:CreatorTool>" + name + "</xmp:CreatorTool>";
  }

  static String size(int width, int height) {
    return String.format(
        Locale.ROOT,
        "<mwg-rs:AppliedToDimensions stDim:w='%d' stDim:h='%d' stDim:unit='pixel'/>",
        width,
        height);
  }

  static String mwg(String size, String... regions) {
    return "<mwg-rs:Regions rdf:parseType='Resource'>"
        + size
        + "<mwg-rs:RegionList><rdf:Bag>"
        + String.join("", regions)
        + "</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>";
  }

  static String plain(Box area, String name) {
    return region(area, name, "", "stArea:unit='normalized'", "");
  }

  static String rotated(Box area, String name) {
    return region(area, name, "mwg-rs:Rotation='1.5708'", "", "");
  }

  private static String region(Box b, String name, String more, String unit, String inside) {
    return String.format(
        Locale.ROOT,
        "<rdf:li><rdf:Description mwg-rs:Name='%s' mwg-rs:Type='Face' %s>"
            + "<mwg-rs:Area stArea:x='%s' stArea:y='%s' stArea:w='%s' stArea:h='%s' %s/>"
            + "%s</rdf:Description></rdf:li>",
        name,
        more,
        number(b.centerX()),
        number(b.centerY()),
        number(b.width()),
        number(b.height()),
        unit,
        inside);
  }

  static String microsoft(Box b, String name) {
    return String.format(
        Locale.ROOT,
        "<MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag>"
            + "<rdf:li MPReg:PersonDisplayName='%s' MPReg:Rectangle='%s, %s, %s, %s'/>"
            + "</rdf:Bag></MPRI:Regions></MP:RegionInfo>",
        name,
        number(b.x()),
        number(b.y()),
        number(b.width()),
        number(b.height()));
  }

  static String iptc(String name, String shape, String unit, String boundary) {
    return String.format(
        Locale.ROOT,
        "<Iptc4xmpExt:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>"
            + "<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag>"
            + "</Iptc4xmpExt:PersonInImage><Iptc4xmpExt:RegionBoundary rdf:parseType='Resource'>"
            + "<Iptc4xmpExt:rbShape>%s</Iptc4xmpExt:rbShape>"
            + "<Iptc4xmpExt:rbUnit>%s</Iptc4xmpExt:rbUnit>%s"
            + "</Iptc4xmpExt:RegionBoundary></rdf:li></rdf:Bag></Iptc4xmpExt:ImageRegion>",
        name,
        shape,
        unit,
        boundary);
  }

  static String corners(double x, double y, double w, double h) {
    return String.format(
        Locale.ROOT,
        "<Iptc4xmpExt:rbX>%s</Iptc4xmpExt:rbX><Iptc4xmpExt:rbY>%s</Iptc4xmpExt:rbY>"
            + "<Iptc4xmpExt:rbW>%s</Iptc4xmpExt:rbW><Iptc4xmpExt:rbH>%s</Iptc4xmpExt:rbH>",
        number(x),
        number(y),
        number(w),
        number(h));
  }

  private static String vertex(double x, double y) {
    return String.format(
        Locale.ROOT,
        "<rdf:li rdf:parseType='Resource'><Iptc4xmpExt:rbX>%s</Iptc4xmpExt:rbX>"
            + "<Iptc4xmpExt:rbY>%s</Iptc4xmpExt:rbY></rdf:li>",
        number(x),
        number(y));
  }

  /** ACDSee's own list. */
  static String acdsee(String size, Box b, String name, String assigned) {
    return String.format(
        Locale.ROOT,
        "<acdsee-rs:Regions rdf:parseType='Resource'>%s<acdsee-rs:RegionList><rdf:Bag>"
            + "<rdf:li><rdf:Description acdsee-rs:Type='Face' acdsee-rs:Name='%s'"
            + " acdsee-rs:NameAssignType='%s'><acdsee-rs:DLYArea acdsee-stArea:x='%s'"
            + " acdsee-stArea:y='%s' acdsee-stArea:w='%s' acdsee-stArea:h='%s'/>"
            + "</rdf:Description></rdf:li></rdf:Bag></acdsee-rs:RegionList></acdsee-rs:Regions>",
        size,
        name,
        assigned,
        number(b.centerX()),
        number(b.centerY()),
        number(b.width()),
        number(b.height()));
  }

  static String acdseeSize(int width, int height) {
    return String.format(
        Locale.ROOT,
        "<acdsee-rs:AppliedToDimensions acdsee-stDim:w='%d' acdsee-stDim:h='%d'"
            + " acdsee-stDim:unit='pixel'/>",
        width,
        height);
  }

  /** In parts of the stored picture. */
  static Box stored(PhotoFrame photo, Box upright) {
    Box b = photo.toStored(upright);
    double w = photo.storedWidth();
    double h = photo.storedHeight();
    return new Box(b.x() / w, b.y() / h, b.width() / w, b.height() / h);
  }

  /** In parts of the upright picture. */
  static Box upright(PhotoFrame photo, Box b) {
    return new Box(
        b.x() / photo.width(),
        b.y() / photo.height(),
        b.width() / photo.width(),
        b.height() / photo.height());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.9f", value);
  }
}
