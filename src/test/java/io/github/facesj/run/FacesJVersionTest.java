package io.github.facesj.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FacesJVersionTest {

  @Test
  void isThatOfTheBuild() throws Exception {
    String pom = Files.readString(Path.of("pom.xml"));
    int artifact = pom.indexOf("<artifactId>facesj</artifactId>");
    int begin = pom.indexOf("<version>", artifact) + "<version>".length();
    assertThat(pom.substring(begin, pom.indexOf("</version>", begin)))
        .isEqualTo(FacesJVersion.NUMBER);
  }
}
