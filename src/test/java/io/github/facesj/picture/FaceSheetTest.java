package io.github.facesj.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.facesj.Needs;
import io.github.facesj.face.Box;
import io.github.facesj.image.FaceImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FaceSheetTest {

  private static final int RED = 0xff0000;

  @Property(tries = 300)
  void everyFaceHasAPlaceAndNothingOverlaps(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 40) Integer> faces,
      @ForAll @IntRange(min = 1, max = 12) int columns,
      @ForAll @IntRange(min = 16, max = 200) int size,
      @ForAll @IntRange(min = 0, max = 900) int more) {
    int height = 5 * Math.max(12, Math.round(size / 7f)) + size + more;
    SheetLayout layout = new SheetLayout(columns, size, height);
    int[] next = new int[faces.size()];
    int section = 0;
    for (List<SheetLayout.Part> page : layout.pages(faces)) {
      assertThat(layout.height(page)).isLessThanOrEqualTo(height);
      List<Box> taken = new ArrayList<>();
      for (SheetLayout.Part part : page) {
        assertThat(part.section()).isBetween(section, section + 1);
        section = part.section();
        assertThat(part.first()).isEqualTo(next[section]);
        next[section] += part.count();
        taken.add(new Box(0, part.top(), layout.width(), layout.caption()));
        for (int i = 0; i < part.count(); i++) {
          taken.add(new Box(layout.x(i), layout.y(part, i), size, size));
        }
      }
      for (int i = 0; i < taken.size(); i++) {
        assertThat(taken.get(i).right()).isLessThanOrEqualTo(layout.width());
        for (int j = 0; j < i; j++) {
          assertThat(taken.get(i).intersection(taken.get(j))).isZero();
        }
      }
    }
    for (int i = 0; i < next.length; i++) {
      assertThat(next[i]).isEqualTo(faces.get(i));
    }
  }

  @Test
  void aSectionIsKeptTogetherWhereAPageIsHighEnough() {
    SheetLayout layout = new SheetLayout(2, 50, 260);
    List<List<SheetLayout.Part>> pages = layout.pages(List.of(4, 4, 9));
    assertThat(pages)
        .containsExactly(
            List.of(new SheetLayout.Part(0, 0, 4, 12)),
            List.of(new SheetLayout.Part(1, 0, 4, 12), new SheetLayout.Part(2, 0, 2, 144)),
            List.of(new SheetLayout.Part(2, 2, 7, 12)));
  }

  @Test
  void captionsNeverReachTheFaces() throws Exception {
    Needs.fonts();
    SheetLayout layout = new SheetLayout(1, 40, 400);
    List<SheetLayout.Part> page = layout.pages(List.of(1, 1)).get(0);
    FaceImage red = FaceImage.of(1, 1, new int[] {RED});
    String high = "Z" + "\u0351\u0321".repeat(40) + "o\u0308 ".repeat(60);
    FaceImage drawn =
        new FaceSheet(layout)
            .draw(
                page,
                layout.height(page),
                section -> new FaceSheet.Caption(high, "8 of 123456 faces", true),
                (section, face) -> section == 0 ? Optional.of(red) : Optional.empty());
    int left = layout.x(0);
    int top = layout.y(page.get(0), 0);
    FaceImage face = drawn.crop(left, top, 40, 40);
    assertThat(Arrays.stream(face.pixels()).map(p -> p & 0xffffff)).containsOnly(RED);
    assertThat(drawn.pixels()[layout.y(page.get(1), 0) * drawn.width() + left] & 0xffffff)
        .as("a damaged picture is crossed out")
        .isEqualTo(0x555555);
    for (int x = 0; x < layout.margin(); x++) {
      for (int y = 0; y < drawn.height(); y++) {
        assertThat(drawn.pixels()[y * drawn.width() + drawn.width() - 1 - x] & 0xffffff)
            .isEqualTo(0xffffff);
      }
    }
  }

  @Test
  void longNamesAreCutBetweenLetters() {
    assertThat(FittedText.of("Ada", 3, String::length)).isEqualTo("Ada");
    assertThat(FittedText.of("Ada Lovelace", 5, String::length)).isEqualTo("Ada\u2026");
    assertThat(FittedText.of("Noe\u0308l", 4, String::length)).isEqualTo("No\u2026");
    assertThat(FittedText.of("\ud83d\udc69\ud83d\udc69", 3, String::length))
        .isEqualTo("\ud83d\udc69\u2026");
    assertThat(FittedText.of("Ada", 0, String::length)).isEqualTo("\u2026");
  }

  @Test
  void saysWhatIsOutOfRange() {
    assertThatThrownBy(() -> new SheetLayout(8, 600, 1600))
        .hasMessage("The size of a face must be between 16 and 512 pixels, but was 600.");
    assertThatThrownBy(() -> new SheetLayout(0, 96, 1600))
        .hasMessage("The columns must be between 1 and 170 for faces of 96 pixels, but were 0.");
    assertThatThrownBy(() -> new SheetLayout(8, 96, 100))
        .hasMessage(
            "The height of a page must be between 152 and 16384 pixels for faces of 96, but was"
                + " 100.");
  }
}
