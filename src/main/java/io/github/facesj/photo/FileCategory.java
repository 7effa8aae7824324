package io.github.facesj.photo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Categories of files that lie beside photos and are not read, known by their names, and what to do
 * to have their pictures looked at. Of RAW the endings are those that LibRaw's list of cameras has.
 */
enum FileCategory {
  HEIC("HEIC pictures", ConvertedFormat.HEIC, "heic heif hif heics heifs"),
  AVIF("AVIF pictures", ConvertedFormat.AVIF, "avif avifs"),
  JXL("JPEG XL pictures", ConvertedFormat.JPEG_XL, "jxl"),
  JPEG_2000("JPEG 2000 pictures", ConvertedFormat.JPEG_2000, "jp2 j2k jpf jpx jpm jpc j2c jph jhc"),
  RAW(
      "RAW pictures",
      "Develop them with their camera's program, or any other, to JPEG or TIFF, and search these.",
      "3fr ari arw bay braw cap cine cr2 cr3 crw cs1 dcr dcs dng drf eip erf fff gpr iiq k25 kc2"
          + " kdc mdc mef mos mrw nef nrw orf pef ptx pxn r3d raf raw rw2 rwl rwz sr2 srf srw sti"
          + " x3f"),
  LAYERS(
      "files of picture editors",
      "Save their pictures as TIFF, PNG or JPEG.",
      "psd psb pdd xcf kra ora afphoto afdesign aphoto pxd pspimage psp clip sai procreate"),
  OTHER_PICTURE(
      "pictures of other kinds",
      "Save them as TIFF, PNG or JPEG.",
      "svg svgz eps ai cdr emf wmf ico icns cur pcx tga dds exr hdr jxr wdp hdp sgi rgb pict pct"
          + " xpm xbm xwd fits fit fts dcm nd2 czi lif lsm oif oib vsi svs ndpi qoi flif bpg jls"
          + " pam pfm insp dpx cin btf tf2 tf8"),
  VIDEO(
      "videos",
      "Save the frames that matter as pictures.",
      "mp4 m4v mov qt avi mkv webm mts m2ts ts mpg mpeg mpe mod tod vob wmv asf flv f4v ogv 3gp 3g2"
          + " mxf dv insv lrv rm rmvb divx"),
  SOUND("sounds", "", "mp3 wav m4a aac flac ogg oga opus wma aif aiff amr caf mid midi"),
  SIDECAR(
      "notes of other programs beside photos",
      "",
      "xmp aae thm pp3 dop cop cos comask arp pto rpp on1 acr las vrd nksc ithmb"),
  BACKUP(
      "earlier states and unfinished files",
      "",
      "bak old tmp temp part partial crdownload download unfinished swp"),
  PACKED(
      "packed files",
      "Unpack them to have their photos searched.",
      "zip 7z rar tar gz tgz bz2" + " xz zst lz4 cbz cbr dmg iso"),
  DOCUMENT(
      "documents and tables",
      "",
      "txt md rtf pdf doc docx odt pages xls xlsx ods numbers csv tsv ppt pptx odp key html htm xml"
          + " json yaml yml log ini db url lnk webloc epub tex bib npy facesj lrcat"),
  OTHER("other files", "", "");

  private final String what;
  private final String todo;
  private final Set<String> endings;
  private final Optional<ConvertedFormat> format;

  FileCategory(String what, String todo, String endings) {
    this.what = what;
    this.todo = todo;
    this.endings = Set.of(endings.split(" "));
    this.format = Optional.empty();
  }

  FileCategory(String what, ConvertedFormat format, String endings) {
    this.what = what;
    this.todo = format.todo();
    this.endings = Set.of(endings.split(" "));
    this.format = Optional.of(format);
  }

  /** The category of pictures of a format, whatever they are called. */
  static FileCategory of(ConvertedFormat format) {
    return Arrays.stream(values())
        .filter(c -> c.format.filter(format::equals).isPresent())
        .findFirst()
        .orElse(OTHER);
  }

  /** Whether these are photos on this machine: a program for them is installed. */
  boolean isConverted() {
    return format.flatMap(ConvertedFormat::program).isPresent();
  }

  /** The category of a file with this name that is not a photo's. */
  static FileCategory of(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (name.endsWith("~") || ending.endsWith("_original")) {
      return BACKUP; // as exiftool keeps what it changes
    }
    return name.lastIndexOf('.') < 0
        ? OTHER
        : Arrays.stream(values()).filter(c -> c.endings.contains(ending)).findFirst().orElse(OTHER);
  }

  /** Whether a picture with such a name is one for people, whatever its content. */
  boolean mayBePhoto() {
    return this != SIDECAR && this != BACKUP;
  }

  /** In the plural, for a person. */
  String what() {
    return what;
  }

  /** What to do to have these used, or empty. */
  String todo() {
    return todo;
  }
}
