package io.github.facesj.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of the corpus: every parser meets some broken files, and has faces or a sentence. */
class FuzzCorpusTest {

  private static final int MUTANTS = 25;

  @TempDir Path folder;

  @Test
  void brokenFilesOfEveryKindHaveFacesOrASentence() throws Exception {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    FuzzCorpus corpus = new FuzzCorpus(folder, new PrintStream(told, true, StandardCharsets.UTF_8));
    List<FuzzTarget> all = FuzzTargets.all(folder);
    int failures = 0;
    for (FuzzTarget target : all) {
      failures += corpus.run(target, MUTANTS).failures();
    }
    assertThat(all).hasSizeGreaterThan(25);
    assertThat(failures).as(told.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void goodFilesAreRead() throws Exception {
    for (FuzzTarget target : FuzzTargets.all(folder)) {
      FuzzTarget.Read read = new FuzzCorpus(folder, System.err).readGood(target);
      assertThat(read.faces()).as(target.name()).isPositive();
      assertThat(read.problems()).as(target.name()).isEmpty();
    }
  }

  @Test
  void theSameSeedBreaksAFileInTheSameWay() {
    byte[] good = "photo,x,y,width,height\na.jpg,1,2,3,4\n".getBytes(StandardCharsets.UTF_8);
    boolean changed = false;
    for (long seed = 0; seed < 50; seed++) {
      byte[] mutant = Mutator.mutant(good, seed);
      assertThat(mutant).isEqualTo(Mutator.mutant(good, seed));
      changed |= !Arrays.equals(mutant, good);
    }
    assertThat(changed).isTrue();
  }
}
