package org.plpython.lint;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.SourceFile;

class DeepNestingTest {

  /** A beginning, what is repeated, the middle, what closes it, the end; ~ is a line end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "'x = ' ! ( ! 1 ! ) ! ''",
        "'x = ' ! [ ! '' ! ] ! ''",
        "'x = ' ! '{1:' ! 1 ! } ! ''",
        "'x = ' ! ( ! '' ! '' ! ''",
        "'x = ' ! 'not ' ! 1 ! '' ! ''",
        "'x = ' ! '1+' ! 1 ! '' ! ''",
        "'x = ' ! '1**' ! 1 ! '' ! ''",
        "'x = ' ! 'a if b else ' ! 1 ! '' ! ''",
        "'x = ' ! 'lambda:' ! 1 ! '' ! ''",
        "'x = ' ! 'lambda a=' ! 1 ! ':1' ! ''",
        "'x = ' ! 'f(a, b=' ! 1 ! ) ! ''",
        "'x = ' ! '[a for a in ' ! b ! ] ! ''",
        "'x' ! '.a' ! ' = 1' ! '' ! ''",
        "'x' ! '.a()' ! '' ! '' ! ''",
        "'x' ! '[0]' ! ' = 1' ! '' ! ''",
        "'x = ' ! 'f\"{' ! 1 ! '}\"' ! ''",
        "'x = ' ! 't\"{' ! 1 ! '}\"' ! ''",
        "'if a: pass~' ! 'elif b: pass~' ! '' ! '' ! ''",
        "'def f(a: \"' ! 'list[' ! int ! ] ! '\"): pass'",
        "'def f() -> ' ! 'int | ' ! None ! '' ! ': pass'",
        "'match a:~ case ' ! [ ! b ! ] ! ': pass'",
        "'try: pass~except ' ! 'A, ' ! A ! '' ! ': pass'",
        "'' ! '@d~' ! 'def f(): pass' ! '' ! ''",
        "'' ! '# plpython: ignore[a]~' ! '' ! '' ! ''"
      })
  void nothing_is_thrown_when_code_is_nested_deeply(
      String start, String open, String middle, String close, String end) {
    for (int depth : new int[] {50, 1_000, 20_000}) {
      String line = start + open.repeat(depth) + middle + close.repeat(depth) + end + "~";
      String text = "from plpython import plfunction~@plfunction~def g() -> int: return x~" + line;
      SourceFile file = new SourceFile("deep", "file.py", text.replace('~', '\n'));
      assertThatCode(() -> new PythonLinter(Set.of()).lint(List.of(file)))
          .as("%s %d times", open, depth)
          .doesNotThrowAnyException();
    }
  }
}
