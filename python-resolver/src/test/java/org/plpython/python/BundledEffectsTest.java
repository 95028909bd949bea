package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements that change what others bound travel along. In each case every line is needed, but for
 * those that end in {@code # not needed}.
 */
class BundledEffectsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X = []|X.append(1)|Y = 1  # not needed",
        "X = {}|for i in 1, 2:|    X[i] = i",
        "X = {}|X['a'] = 1|del X['b']|Y = {}  # not needed|Y['a'] = 1  # not needed",
        "X = 1|X += 1|X: int = 3|del X",
        "class X: pass|X.a = 1|setattr(X, 'b', 2)",
        "X = {}|def handler(name):|    return lambda g: X.setdefault(name, g)|"
            + "@handler('up')|def _up(): pass|def _other(): pass  # not needed",
        "class App:|    def route(self, g): return g|X = App()|@X.route|def _page(): pass",
        "try:|    import X|except ImportError as error:|    X = None",
        "if 1:|    def X(): return 1|else:|    X = None",
        "A = []|X = [A]|A.append(1)|Z = 1  # not needed",
        "X = []|def add(n): X.append(n)|add(1)|B = add(2)|def never(): add(3)  # not needed",
        "X = iter([1])|B = next(X)|C = len([])  # not needed",
        "import X|X.seed(1)|X.a.b = 2",
        "import math as X|A = X.sqrt(2)  # not needed",
        "X = {}|A = vars({})  # not needed",
        "match 1:|    case {'a': [X, *_]}: pass",
        "with open('a') as X: pass",
        "for X in 1, 2: pass",
        "if (X := 1) > 2: pass",
        "type X = list[int]",
        "X = []|def g(a=X.append(1)): pass|class K: X.append(2)|L = lambda a=X.append(3): a"
      })
  void effects_travel_when_they_reach_a_used_name(String lines) {
    assertNeeded(lines);
  }

  static void assertNeeded(String lines) {
    String source = lines + "|def f(): return X";
    assertThat(Parsed.bundle(source.split("\\|")).lines())
        .filteredOn(line -> !line.isEmpty())
        .containsExactly(
            Arrays.stream(source.split("\\|"))
                .filter(line -> !line.endsWith("# not needed"))
                .toArray(String[]::new));
  }
}
