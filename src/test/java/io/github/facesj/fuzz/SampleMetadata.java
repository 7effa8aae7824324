package io.github.facesj.fuzz;

import io.github.facesj.exchange.packet.XmpContainers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Metadata of photos with faces in every list and every place. */
final class SampleMetadata {

  private static final String LISTS =
      """
      <x:xmpmeta xmlns:x='adobe:ns:meta/' x:xmptk='Adobe XMP Core 7.0-c000'>
      <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''
       xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:Orientation='6'
       xmlns:mwg-rs='http://www.metadataworkinggroup.com/schemas/regions/'
       xmlns:stArea='http://ns.adobe.com/xmp/sType/Area#'
       xmlns:stDim='http://ns.adobe.com/xap/1.0/sType/Dimensions#'
       xmlns:MP='http://ns.microsoft.com/photo/1.2/'
       xmlns:MPRI='http://ns.microsoft.com/photo/1.2/t/RegionInfo#'
       xmlns:MPReg='http://ns.microsoft.com/photo/1.2/t/Region#'
       xmlns:I='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'
       xmlns:acdsee-rs='http://ns.acdsee.com/regions/'
       xmlns:acdsee-stArea='http://ns.acdsee.com/sType/Area#'
       xmlns:acdsee-stDim='http://ns.acdsee.com/sType/Dimensions#'>
      <mwg-rs:Regions rdf:parseType='Resource'>
       <mwg-rs:AppliedToDimensions stDim:w='40' stDim:h='60' stDim:unit='pixel'/>
       <mwg-rs:RegionList><rdf:Bag>
        <rdf:li><rdf:Description mwg-rs:Name='Ada' mwg-rs:Type='Face' mwg-rs:Rotation='1.5708'>
         <mwg-rs:Area stArea:x='.2' stArea:y='.2' stArea:w='.1' stArea:h='.1'/></rdf:Description></rdf:li>
       </rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
      <MP:RegionInfo rdf:parseType='Resource'><MPRI:Regions><rdf:Bag>
       <rdf:li MPReg:PersonDisplayName='Bo' MPReg:Rectangle='0.5, 0.5, 0.1, 0.1'/>
      </rdf:Bag></MPRI:Regions></MP:RegionInfo>
      <I:ImageRegion><rdf:Bag><rdf:li rdf:parseType='Resource'>
       <I:PersonInImage><rdf:Bag><rdf:li>Cy</rdf:li></rdf:Bag></I:PersonInImage>
       <I:RegionBoundary rdf:parseType='Resource'><I:rbShape>polygon</I:rbShape><I:rbUnit>relative</I:rbUnit>
        <I:rbVertices><rdf:Seq><rdf:li rdf:parseType='Resource'><I:rbX>.7</I:rbX><I:rbY>.1</I:rbY></rdf:li>
         <rdf:li rdf:parseType='Resource'><I:rbX>.8</I:rbX><I:rbY>.2</I:rbY></rdf:li>
         <rdf:li rdf:parseType='Resource'><I:rbX>.7</I:rbX><I:rbY>.2</I:rbY></rdf:li></rdf:Seq></I:rbVertices>
       </I:RegionBoundary></rdf:li></rdf:Bag></I:ImageRegion>
      <acdsee-rs:Regions rdf:parseType='Resource'>
       <acdsee-rs:AppliedToDimensions acdsee-stDim:w='40' acdsee-stDim:h='60' acdsee-stDim:unit='pixel'/>
       <acdsee-rs:RegionList><rdf:Bag><rdf:li><rdf:Description acdsee-rs:Type='Face' acdsee-rs:Name='Di'>
        <acdsee-rs:DLYArea acdsee-stArea:x='.8' acdsee-stArea:y='.8' acdsee-stArea:w='.1' acdsee-stArea:h='.1'/>
       </rdf:Description></rdf:li></rdf:Bag></acdsee-rs:RegionList></acdsee-rs:Regions>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      """;

  private SampleMetadata() {}

  static byte[] allLists() {
    return LISTS.getBytes(StandardCharsets.UTF_8);
  }

  /** Files of every format with a packet. */
  static List<byte[]> containers() {
    return new ArrayList<>(XmpContainers.all(allLists()).values());
  }

  static byte[] picasa() {
    return """
    [Contacts2]
    8e62b2035b74b477=Ada;;
    [a.jpg]
    faces=rect64(40002000bfff8000),8e62b2035b74b477;rect64(200040004000),ffffffffffffffff
    """
        .getBytes(StandardCharsets.UTF_8);
  }
}
