package io.github.facesj.exchange.xmp;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMetaFactory;

/**
 * The namespaces of face regions. Sources: Metadata Working Group, "Guidelines for Handling Image
 * Metadata" 2.0, chapter 5.9; Microsoft, "People Tagging Overview" (Windows Imaging Component);
 * IPTC, "Photo Metadata Standard" 2019.1, image regions; ExifTool, tags of XMP-acdsee-rs.
 */
enum XmpSpace {
  REGIONS("http://www.metadataworkinggroup.com/schemas/regions/", "mwg-rs"),
  AREA("http://ns.adobe.com/xmp/sType/Area#", "stArea"),
  DIMENSIONS("http://ns.adobe.com/xap/1.0/sType/Dimensions#", "stDim"),
  MP("http://ns.microsoft.com/photo/1.2/", "MP"),
  MP_INFO("http://ns.microsoft.com/photo/1.2/t/RegionInfo#", "MPRI"),
  MP_REGION("http://ns.microsoft.com/photo/1.2/t/Region#", "MPReg"),
  TIFF(XMPConst.NS_TIFF, "tiff"),
  XMP(XMPConst.NS_XMP, "xmp"),
  LIGHTROOM("http://ns.adobe.com/lightroom/1.0/", "lr"),
  DIGIKAM("http://www.digikam.org/ns/1.0/", "digiKam"),
  IPTC("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
  ACDSEE("http://ns.acdsee.com/regions/", "acdsee-rs"),
  ACDSEE_AREA("http://ns.acdsee.com/sType/Area#", "acdsee-stArea"),
  ACDSEE_DIMENSIONS("http://ns.acdsee.com/sType/Dimensions#", "acdsee-stDim"),
  /** What FacesJ notes at its own regions. */
  FACESJ("urn:facesj:regions:1.0/", "facesj");

  private final String uri;
  private final String usual;

  XmpSpace(String uri, String usual) {
    this.uri = uri;
    this.usual = usual;
  }

  String uri() {
    return uri;
  }

  /** A name of this space in a path. Files may use other prefixes; spaces are known by address. */
  String name(String local) {
    try {
      return XMPMetaFactory.getSchemaRegistry().registerNamespace(uri, usual) + local;
    } catch (XMPException e) {
      throw new IllegalStateException("A namespace was refused: " + uri, e);
    }
  }
}
