package io.github.facesj.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.process.ByteProcessor;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands run through the bridge as a macro would run them, without a screen. */
class BridgeTest {

  private final String threadName = Thread.currentThread().getName();

  @BeforeEach
  void playMacro() {
    Thread.currentThread().setName("Run$_test"); // where ImageJ looks for options
    Interpreter.batchMode = true; // as always without a screen
    WindowManager.setTempCurrentImage(new ImagePlus("a face", new ByteProcessor(8, 8)));
    Analyzer.setResultsTable(new ResultsTable());
    IJ.getErrorMessage(); // forgets an earlier one
  }

  @AfterEach
  void stopPlaying() {
    for (int id : Interpreter.getBatchModeImageIDs()) {
      Interpreter.removeBatchModeImage(WindowManager.getImage(id));
    }
    Interpreter.batchMode = false;
    Macro.setOptions(null);
    WindowManager.setTempCurrentImage(null);
    Thread.currentThread().setName(threadName);
  }

  private static String run(String options) {
    Macro.setOptions(options);
    new Bridge().run(EveryKind.class.getName());
    return IJ.getErrorMessage();
  }

  private static String got(String column) {
    return ResultsTable.getResultsTable().getStringValue(column, 0);
  }

  @Test
  void whatIsNotGivenKeepsItsDefault() {
    assertThat(run("")).isNull();
    assertThat(got("image")).isEqualTo("a face");
    assertThat(got("model")).isEqualTo("small");
    assertThat(got("score")).isEqualTo("0.5");
    assertThat(got("overlay")).isEqualTo("true");
    assertThat(got("flip")).isEqualTo("false");
    assertThat(got("square")).isEqualTo("NONE");
    assertThat(got("other")).isEqualTo("null");
    assertThat(got("log")).isEqualTo("true");
  }

  @Test
  void everyKindOfValueArrives() {
    String problem =
        run(
            "model=large score=0.25 minsize=12 flip overlay=false square=HEIGHT kind=[two words]"
                + " name='a b' input=[/photos of [2026]/x] output=[C:\\a b.jpg]");
    assertThat(problem).isNull();
    assertThat(got("model")).isEqualTo("large");
    assertThat(got("score")).isEqualTo("0.25");
    assertThat(got("minsize")).isEqualTo("12");
    assertThat(got("flip")).isEqualTo("true");
    assertThat(got("overlay")).isEqualTo("false");
    assertThat(got("square")).isEqualTo("HEIGHT");
    assertThat(got("kind")).isEqualTo("two words");
    assertThat(got("name")).isEqualTo("a b");
    assertThat(got("input")).isEqualTo("/photos of [2026]/x");
    assertThat(got("output")).isEqualTo("C:\\a b.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "input='x ] y' # x ] y|20",
        "input=[it's ] here # it's |20",
        "input=&p # x ] 'y' [z & &q|20",
        "input=&p minsize=&n # x ] 'y' [z & &q|31",
        "input=[&p] # x ] 'y' [z & &q|20",
        "input=&none # &none|20",
        "input=[R&D & more] # R&D & more|20",
      })
  void anyTextCanBeGiven(String options, String expected) {
    String macro =
        String.format(
            Locale.ROOT,
            "p = \"x ] 'y' [z & &q\"; n = 31; return call('%s.fromMacro', \"%s\");",
            MacroProbe.class.getName(),
            options);
    String got = new Interpreter().run(macro, "");
    if (options.contains("here")) {
      assertThat(got).contains("has no parameter"); // a bracket ends the value: use quotes or &p
    } else {
      assertThat(got).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"flip,true", "flip=true,true", "flip=1,true", "flip=false,false", "flip=0,false"})
  void aFlagMayBeBareOrWritten(String options, String expected) {
    assertThat(run(options)).isNull();
    assertThat(got("flip")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Score=0.7     | Every Kind... has no parameter "Score". It has: image, model, score, minsize
          scor=0.7      | Every Kind... has no parameter "scor". It has: image, model, score
          score         | The parameter score of Every Kind... needs a value: score=...
          score=high    | The parameter score must be a number, but was "high".
          minsize=2.5   | The parameter minsize must be a whole number, but was "2.5".
          minsize=99999999999 | The parameter minsize must be a whole number
          flip=yes      | The parameter flip must be true or false, but was "yes".
          square=round  | The parameter square must be one of NONE, HEIGHT, but was "round".
          other=[no one]| The parameter other must be the title of an open image, but was "no one".
          name=[a b     | The value of the option "name" begins with [ and has no ] at its end.
          flip flip     | The option "flip" was given twice.
          score=7       | The score threshold must be between 0 and 1, but was 7.0.
          minsize=13    | Every Kind... failed: java.lang.IllegalStateException: thirteen
          """)
  void whatIsWrongIsSaid(String options, String sentence) {
    assertThat(run(options)).startsWith(sentence);
    assertThat(ResultsTable.getResultsTable().size()).isZero();
  }

  @Test
  void withoutAnImageItAsksForOne() {
    WindowManager.setTempCurrentImage(null);
    assertThat(run("")).isEqualTo("Every Kind... needs an image. Open one first.");
  }

  @Test
  void theContextClassLoaderIsPutBack() {
    ClassLoader mine = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(mine);
    try {
      assertThat(run("")).isNull();
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(mine);
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }
}
