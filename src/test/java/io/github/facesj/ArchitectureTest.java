package io.github.facesj;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of the house, as docs/ARCHITECTURE.md states them. */
@AnalyzeClasses(packages = ArchitectureTest.HOUSE, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  static final String HOUSE = "io.github.facesj";

  /** Ground floor first: a room may use those before it. */
  private static final List<String> ROOMS =
      List.of(
          "api",
          "face",
          "run",
          "io",
          "image",
          "photo.format",
          "photo",
          "cluster",
          "model",
          "archive",
          "detect",
          "align",
          "landmark",
          "embed",
          "gallery",
          "picture",
          "metrics",
          "table",
          "exchange",
          "exchange.packet",
          "exchange.xmp",
          "exchange.dataset",
          "exchange.numpy",
          "analysis",
          "batch",
          "collection",
          "evaluation",
          "fiji.image",
          "fiji.table",
          "fiji.run",
          "fiji.parameter",
          "fiji.overlay",
          "fiji",
          "fiji.archive",
          "fiji.window",
          "fiji.dialog",
          "fiji.review",
          "fiji.command",
          "fiji.command.faces",
          "fiji.command.people",
          "fiji.command.collection",
          "fiji.command.exchange",
          "fiji.command.pictures",
          "fiji.command.evaluate",
          "fiji.command.models",
          "ij1",
          "app");

  private static final String[] BELOW_FIJI =
      ROOMS.subList(0, ROOMS.indexOf("fiji.image")).stream()
          .map(room -> HOUSE + "." + room + "..")
          .toArray(String[]::new);

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(HOUSE) ? "" : name.substring(HOUSE.length() + 1);
  }

  @ArchTest
  void everyClassIsInARoom(JavaClasses classes) {
    assertThat(classes.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
        .isSubsetOf(ROOMS);
  }

  /** A room of more files has its reason in docs/ARCHITECTURE.md. */
  private static final int FILES = 25;

  @ArchTest
  void aLargeRoomHasItsReason(JavaClasses classes) throws IOException {
    String page = Files.readString(Path.of("docs", "ARCHITECTURE.md"));
    int begin = page.indexOf("Rooms of more than " + FILES + " files, and why");
    String reasons = page.substring(begin, page.indexOf("\n\n", begin));
    assertThat(
            classes.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(ArchitectureTest::room, Collectors.counting())))
        .allSatisfy(
            (room, files) -> {
              if (files > FILES) {
                assertThat(reasons).as("%s has %d files", room, files).contains("`" + room + "`");
              }
            });
  }

  @ArchTest
  void noRoomUsesALaterOne(JavaClasses classes) {
    List<String> wrong =
        classes.stream()
            .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
            .filter(d -> d.getTargetClass().getPackageName().startsWith(HOUSE + "."))
            .filter(
                d ->
                    ROOMS.indexOf(room(d.getTargetClass()))
                        > ROOMS.indexOf(room(d.getOriginClass())))
            .map(d -> d.getDescription())
            .sorted()
            .toList();
    assertThat(wrong).isEmpty();
  }

  @ArchTest
  static final ArchRule THE_CORE_KNOWS_NO_USER_INTERFACE =
      noClasses()
          .that()
          .resideInAnyPackage(BELOW_FIJI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ij..", "org.scijava..", "javax.swing..", "java.awt.event..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo("java.awt.Component");

  @ArchTest
  static final ArchRule ONE_CLASS_KNOWS_DJL =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.model\\.DjlNetwork.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule ONE_CLASS_KNOWS_ONNX_RUNTIME =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.model\\.OrtNetwork.*")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.onnxruntime..");

  @ArchTest
  static final ArchRule NOBODY_PRINTS_BUT_THE_MAINS =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOUSE + ".app..")
          .should(ACCESS_STANDARD_STREAMS)
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule NO_MUTABLE_STATIC_STATE =
      fields().that().areStatic().should().haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule CLASSES_ARE_NAMED_FOR_WHAT_THEY_ARE =
      classes().should().haveNameNotMatching(".*(Utils?|Helper|Manager)$");

  /**
   * Who may write a file past {@code io.AtomicFile}, and why. PhotoCopies makes links;
   * UnfinishedTable keeps a file open that grows over several runs, and asks the guard first;
   * InsightFaceBin makes a file in the system's temporary folder; the four of {@code model} write
   * in the folder of models, whose names are FacesJ's own, under names that nobody has before, or
   * what has its SHA-256.
   */
  private static final String WRITERS =
      ".*\\.(io\\.[A-Za-z]+"
          + "|collection\\.PhotoCopies"
          + "|batch\\.UnfinishedTable"
          + "|evaluation\\.InsightFaceBin"
          + "|model\\.(HashCache|BundledWeights|Download|UserModel))(\\$.*)?";

  private static final Set<String> WRITING =
      Set.of(
          "write",
          "writeString",
          "newOutputStream",
          "newBufferedWriter",
          "move",
          "createFile",
          "createLink",
          "createSymbolicLink",
          "createTempFile",
          "createTempDirectory");

  private static boolean writes(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    List<String> arguments =
        call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
    return switch (owner) {
      case "java.nio.file.Files" ->
          WRITING.contains(name)
              || (name.equals("copy") && !arguments.contains("java.io.OutputStream"));
      case "java.io.FileOutputStream",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "ij.io.FileSaver" ->
          true;
      case "java.nio.channels.FileChannel" -> name.equals("open");
      case "java.io.PrintWriter", "java.io.PrintStream" ->
          name.equals("<init>") && !arguments.get(0).contains("OutputStream");
      case "javax.imageio.ImageIO" -> name.equals("write") && arguments.contains("java.io.File");
      default -> false;
    };
  }

  /** One guard where files are written; what goes past it could write over a photo. */
  @ArchTest
  static final ArchRule FILES_ARE_WRITTEN_IN_ONE_PLACE =
      noClasses()
          .that()
          .haveNameNotMatching(WRITERS)
          .should()
          .callCodeUnitWhere(DescribedPredicate.describe("write a file", ArchitectureTest::writes));

  /**
   * {@code java.io.File} cannot name every file under every locale ({@code io.PathText}). Swing's
   * chooser of files has no other type, nor has the desktop; and Java deletes nothing else at its
   * end.
   */
  @ArchTest
  static final ArchRule FILES_ARE_NAMED_BY_PATH =
      noClasses()
          .that()
          .haveNameNotMatching(
              ".*\\.(fiji\\.window\\.ModelsWindow|fiji\\.dialog\\.PathChooser"
                  + "|model\\.BundledWeights)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(File.class);

  private static final Set<String> FOLLOWING_THE_LOCALE =
      Set.of(
          "java.lang.String.formatted",
          "java.lang.String.format",
          "java.lang.String.toLowerCase",
          "java.lang.String.toUpperCase",
          "java.io.PrintStream.printf",
          "java.io.PrintStream.format",
          "java.io.PrintWriter.printf",
          "java.io.PrintWriter.format",
          "java.util.Formatter.<init>",
          "java.util.Scanner.<init>",
          "java.util.Locale.getDefault",
          "java.time.format.DateTimeFormatter.ofPattern",
          "java.time.format.DateTimeFormatter.ofLocalizedDate",
          "java.time.format.DateTimeFormatter.ofLocalizedTime",
          "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
          "java.time.format.DateTimeFormatterBuilder.toFormatter",
          "java.text.DecimalFormatSymbols.<init>",
          "java.text.DecimalFormatSymbols.getInstance",
          "java.text.MessageFormat.<init>",
          "java.text.MessageFormat.format",
          "java.text.SimpleDateFormat.<init>",
          "java.text.Collator.getInstance",
          "java.text.BreakIterator.getCharacterInstance",
          "java.text.BreakIterator.getWordInstance");

  private static boolean followsTheLocale(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    List<String> arguments =
        call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList();
    if (owner.equals("java.text.DecimalFormat") && call.getName().equals("<init>")) {
      return !arguments.contains("java.text.DecimalFormatSymbols");
    }
    boolean numberFormat =
        owner.startsWith("java.text.") && call.getName().matches("get\\w*Instance");
    return (numberFormat || FOLLOWING_THE_LOCALE.contains(owner + "." + call.getName()))
        && !arguments.contains("java.util.Locale");
  }

  /**
   * What machines read has the same digits, marks and letters everywhere, and all sentences are
   * English; so nothing is written as the user's locale has it. {@code LocalesTest} looks at what
   * comes out.
   */
  @ArchTest
  static final ArchRule TEXT_HAS_A_LOCALE =
      noClasses()
          .should()
          .callCodeUnitWhere(
              DescribedPredicate.describe(
                  "follow the user's locale", ArchitectureTest::followsTheLocale))
          .orShould()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "refer to a method that follows the user's locale",
                  access ->
                      access instanceof com.tngtech.archunit.core.domain.JavaMethodReference
                          && FOLLOWING_THE_LOCALE.contains(
                              access.getTargetOwner().getName() + "." + access.getName())));

  /**
   * Who may read photos and work without anybody who could stop it, and why. Operations for
   * programs have no progress (FacesJ, FaceOperations); the readers offer it as a choice
   * (PhotoReader, Hashes, XmpRegions); small pictures, models and a file just written take no
   * second (JpegReader, the rooms model and io); parts of work that polls between them (the
   * clusterers); a preview, which ends with its dialog.
   */
  private static final String UNSTOPPABLE =
      ".*\\.(analysis\\.(FacesJ|FaceOperations)"
          + "|photo\\.(PhotoReader|JpegReader)"
          + "|exchange\\.xmp\\.XmpRegions"
          + "|(model|io)\\.[A-Za-z]+"
          + "|cluster\\.(ReciprocalJoins|CellSearch|SphericalMeans)"
          + "|run\\.Progress"
          + "|fiji\\.DetectionPreview)(\\$.*)?";

  private static boolean cannotBeStopped(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getSimpleName();
    if (access instanceof JavaCall<?> call) {
      boolean reads =
          owner.equals("PhotoReader") && Set.of("read", "pages", "needs").contains(call.getName())
              || owner.equals("Hashes") && firstIs(call, "java.nio.file.Path");
      return reads
          && call.getTarget().getRawParameterTypes().stream()
              .noneMatch(type -> type.getSimpleName().equals("Progress"));
    }
    return owner.equals("Progress") && access.getName().equals("SILENT");
  }

  private static boolean firstIs(JavaCall<?> call, String type) {
    List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
    return !parameters.isEmpty() && parameters.get(0).getName().equals(type);
  }

  /** Whatever may take a second is handed the progress of its run, which may stop it. */
  @ArchTest
  static final ArchRule LONG_WORK_CAN_BE_STOPPED =
      noClasses()
          .that()
          .haveNameNotMatching(UNSTOPPABLE)
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe(
                  "read or work without a progress", ArchitectureTest::cannotBeStopped));
}
