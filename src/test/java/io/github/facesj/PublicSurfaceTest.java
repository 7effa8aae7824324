package io.github.facesj;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.github.facesj.api.Internal;
import io.github.facesj.api.PublicApi;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.plugin.Plugin;

/** What others may use is what docs/API.md says, and needs nothing that is not there. */
@AnalyzeClasses(packages = ArchitectureTest.HOUSE, importOptions = DoNotIncludeTests.class)
class PublicSurfaceTest {

  private static final Path PAGE = Path.of("docs", "API.md");
  private static final Path FRESH = Path.of("target", "API.md");
  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])");
  private static final Pattern OWN = Pattern.compile("io\\.github\\.facesj\\.[\\w.$]+");
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private static final String HEAD =
      """
      # The Java types that are for others

      Made from the code: types marked `@PublicApi`, with their public members; `PublicSurfaceTest` fails
      when this page is stale. They change only as semantic versioning allows. All other public types are
      for FacesJ's own rooms and may change at any time. What each does is in its Javadoc; how to begin:
      [guides/scripting.md](guides/scripting.md).
      """;

  @ArchTest
  void thePageIsFresh(JavaClasses classes) throws Exception {
    String page =
        types(classes).map(PublicSurfaceTest::section).collect(Collectors.joining("\n", HEAD, ""));
    Files.createDirectories(FRESH.getParent());
    Files.writeString(FRESH, page);
    assertThat(PAGE).as("%s is stale: copy %s over it", PAGE, FRESH).hasContent(page);
  }

  @ArchTest
  void itNeedsNothingThatIsNotPublic(JavaClasses classes) {
    Set<String> wrong = new TreeSet<>();
    types(classes)
        .forEach(
            type ->
                members(type)
                    .forEach(
                        member ->
                            needed(member)
                                .filter(t -> !isPublic(t))
                                .forEach(
                                    t ->
                                        wrong.add(
                                            type.getSimpleName()
                                                + "."
                                                + member.getName()
                                                + " needs "
                                                + t.getSimpleName()))));
    assertThat(wrong).isEmpty();
  }

  /** A call says what it means; a builder's setter, a record's constructor do by their names. */
  @ArchTest
  void noMethodHasASwitchWithoutAName(JavaClasses classes) {
    assertThat(
            types(classes)
                .flatMap(PublicSurfaceTest::members)
                .filter(Method.class::isInstance)
                .map(Method.class::cast)
                .filter(m -> !m.getDeclaringClass().getSimpleName().equals("Builder"))
                .filter(m -> List.of(m.getParameterTypes()).contains(boolean.class)))
        .isEmpty();
  }

  /**
   * What only its own room uses is not public. Apart from what others get from a method of another
   * type without naming it, ImageJ's way into the bridge, constants that the compiler copies, and
   * what tests of other rooms compare with other programs' numbers.
   */
  @ArchTest
  void whatOnlyItsRoomUsesIsNotPublic(JavaClasses classes) {
    Set<String> apart = Set.of("Bridge", "ResultFolder", "FaceDetector", "Nms", "FaceCsvReader");
    assertThat(
            classes.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(c -> c.isTopLevelClass() && !c.isAnnotatedWith(PublicApi.class))
                .filter(c -> !c.isAnnotatedWith(Plugin.class))
                .filter(c -> c.tryGetMethod("main", String[].class).isEmpty())
                .filter(c -> !isUsedElsewhere(c) && !isGivenAway(c) && !isOfConstants(c))
                .map(JavaClass::getSimpleName)
                .filter(name -> !apart.contains(name)))
        .isEmpty();
  }

  @ArchTest
  void roomsThatAreNotForOthersSayIt(JavaClasses classes) throws Exception {
    Set<String> open =
        types(classes).map(Class::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    open.add(PublicApi.class.getPackageName());
    for (String room : classes.stream().map(JavaClass::getPackageName).distinct().toList()) {
      Path page =
          Path.of("src", "main", "java").resolve(room.replace('.', '/') + "/package-info.java");
      assertThat(Files.readString(page).lines().limit(2).anyMatch(l -> l.contains("Internal.")))
          .as(room)
          .isEqualTo(!open.contains(room));
    }
  }

  private static boolean isUsedElsewhere(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .anyMatch(d -> !d.getOriginClass().getPackageName().equals(type.getPackageName()));
  }

  private static boolean isOfConstants(JavaClass type) {
    return type.getMethods().isEmpty() && !type.getFields().isEmpty();
  }

  private static boolean isGivenAway(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC) && isUsedElsewhere(c))
        .flatMap(c -> c.getMethods().stream())
        .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
        .anyMatch(m -> m.getReturnType().getAllInvolvedRawTypes().contains(type));
  }

  private static Stream<Class<?>> types(JavaClasses classes) {
    return classes.stream()
        .filter(c -> c.isAnnotatedWith(PublicApi.class))
        .sorted((a, b) -> a.getName().compareTo(b.getName()))
        .map(JavaClass::reflect);
  }

  private static boolean isPublic(Class<?> type) {
    for (Class<?> t = type; t != null; t = t.getDeclaringClass()) {
      if (t.isAnnotationPresent(PublicApi.class)) {
        return true;
      }
    }
    return false;
  }

  private static String section(Class<?> type) {
    return String.format(
        Locale.ROOT,
        "\n## %s `%s`\n\n```\n%s\n```\n",
        kind(type),
        type.getName(),
        members(type)
            .map(PublicSurfaceTest::line)
            .distinct()
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  private static String kind(Class<?> type) {
    return type.isRecord()
        ? "Record"
        : type.isEnum() ? "Enum" : type.isInterface() ? "Interface" : "Class";
  }

  /** Nested types' members are shown with their names before them. */
  private static Stream<Member> members(Class<?> type) {
    List<Member> all = new ArrayList<>();
    if (!type.isRecord() || everyComponentIsPublic(type)) {
      all.addAll(List.of(type.getDeclaredConstructors()));
    }
    all.addAll(List.of(type.getDeclaredMethods()));
    all.addAll(List.of(type.getDeclaredFields()));
    Stream<Member> own =
        all.stream()
            .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
            .filter(m -> !((AnnotatedElement) m).isAnnotationPresent(Internal.class))
            .filter(m -> !OF_EVERY_OBJECT.contains(m.getName()));
    Stream<Member> nested =
        Arrays.stream(type.getDeclaredClasses())
            .filter(t -> Modifier.isPublic(t.getModifiers()))
            .flatMap(PublicSurfaceTest::members);
    return Stream.concat(own, nested);
  }

  private static boolean everyComponentIsPublic(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .noneMatch(c -> c.getAccessor().isAnnotationPresent(Internal.class));
  }

  /** FacesJ's own types in a signature, those in angle brackets included. */
  private static Stream<Class<?>> needed(Member member) {
    return OWN.matcher(text(member))
        .results()
        .map(MatchResult::group)
        .distinct()
        .map(PublicSurfaceTest::named);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Member member) {
    return member instanceof Method method
        ? method.toGenericString().replace(member.getDeclaringClass().getName() + ".", "")
        : member instanceof Constructor<?> constructor
            ? constructor.toGenericString()
            : ((Field) member)
                .toGenericString()
                .replace(member.getDeclaringClass().getName() + ".", "");
  }

  private static String line(Member member) {
    String name = member.getName();
    String shown =
        PACKAGE
            .matcher(text(member))
            .replaceAll("")
            .replaceAll("^public ", "")
            .replaceAll("\\b(final|abstract|default|synchronized) ", "")
            .replace('$', '.');
    return member instanceof Constructor<?>
        ? shown
        : shown.replaceFirst("\\b" + name + "\\b", within(member) + name);
  }

  private static String within(Member member) {
    Class<?> type = member.getDeclaringClass();
    return type.getDeclaringClass() == null ? "" : type.getSimpleName() + ".";
  }
}
