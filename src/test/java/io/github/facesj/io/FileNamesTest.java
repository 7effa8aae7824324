package io.github.facesj.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

  @TempDir Path folder;

  @Test
  void namesThatSystemsRefuseAreChangedAndOthersStay() {
    assertThat(FileNames.of("Zoë O'Neil, jun.")).isEqualTo("Zoë O'Neil, jun");
    assertThat(FileNames.of("../../etc/passwd")).isEqualTo("_.._.._etc_passwd");
    assertThat(FileNames.of("..")).isEqualTo("_");
    assertThat(FileNames.of("a/b\\c:d*e?f\"g<h>i|j")).isEqualTo("a_b_c_d_e_f_g_h_i_j");
    assertThat(FileNames.of("NUL")).isEqualTo("_NUL");
    assertThat(FileNames.of("com1.txt")).isEqualTo("_com1.txt");
    assertThat(FileNames.of("two\nlines")).isEqualTo("two_lines");
  }

  @Test
  void peopleWhoseNamesAreOneFileGetANumber() {
    assertThat(FileNames.of(List.of("anna", "Anna", "Anna?", "Anna*")))
        .isEqualTo(
            Map.of("Anna", "Anna", "Anna*", "Anna_", "Anna?", "Anna_ (2)", "anna", "anna (2)"));
  }

  @Property(tries = 300)
  void everyNameMakesOneFileInsideTheFolder(
      @ForAll @Size(max = 6) Set<@StringLength(max = 300) String> names) throws Exception {
    Path inside = Files.createTempDirectory("names");
    Set<String> seen = new HashSet<>();
    for (String name : FileNames.of(names).values()) {
      assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 255);
      assertThat(seen.add(name.toLowerCase(Locale.ROOT))).isTrue();
      Path file = Files.createFile(inside.resolve(name));
      assertThat(file.toRealPath().getParent()).isEqualTo(inside.toRealPath());
      Files.delete(file);
    }
    Files.delete(inside);
  }
}
