package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The less direct ways in which a statement changes what another one bound. */
class BundledReachTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // through another name of the same object
        "X = {}|ALIAS = X|ALIAS['a'] = 1",
        "X = {}|BOX = [X]|BOX[0]['a'] = 1",
        "X = [1]|ALIAS = X|ALIAS += [2]",
        "X = [1]|ALIAS = X|del ALIAS[0]",
        // through a function that rebinds a global name
        "X = None|def init():|    global X|    X = 1|init()",
        "def init():|    global X|    X = 1|init()",
        "class K:|    global X|    X = 1",
        "[X := n for n in (1, 2)]",
        // functions, classes and modules have state too
        "def X(g):|    X.items.append(g)|    return g|X.items = []|@X|def a(): pass",
        "class X:|    items = []|    @classmethod|    def add(cls, g): return g|@X.add|def a(): pass",
        "class X: pass|def setup(): X.a = 1|setup()",
        "class X: pass|for k in 'ab': setattr(X, k, 1)",
        "class X: pass|_ = setattr(X, 'a', 1)",
        "class X:|    @classmethod|    def load(cls): cls.a = 1|CONFIG = X.load()",
        "import X|_ = X.seed(1)",
        "import X|def setup(): X.seed(1)|setup()",
        "import X|for n in 1, 2: X.seed(n)",
        "from functools import singledispatch|@singledispatch|def X(a): pass|"
            + "@X.register(int)|def _(a): pass",
        // classes run code of their bases
        "class X:|    items = []|    def __init_subclass__(cls): X.items.append(cls)|class A(X): pass",
        "X = []|class Meta(type):|    def __init__(cls, *a): X.append(cls)|"
            + "class A(metaclass=Meta): pass|class B(A): pass",
        // decorators are part of what a call of the function runs
        "X = []|def counted(g):|    return lambda: X.append(g)|@counted|def up(): pass|up()",
        // operators and iteration run code
        "class Node:|    def __rshift__(self, other): self.next = other|"
            + "X = Node()|B = Node()|X >> B",
        "X = iter([1])|ALL = [n for n in X]",
        "X = iter([1])|A, *REST = X",
        // what a registry holds is run with it
        "X = []|TASKS = []|def task(g): TASKS.append(g)|@task|def one(): X.append(1)|"
            + "def run():|    for t in TASKS: t()|run()",
        "X = []|BOX = {}|BOX['x'] = X|BOX['x'].append(1)",
        // values that only look constant
        "X = iter([1])|A = f'{next(X)}'",
        "X = [1]|A = int(X.pop())",
        "X = {}|A = list(map(lambda k: X.setdefault(k, 1), 'ab'))"
      })
  void effects_travel_when_they_reach_a_used_name_indirectly(String lines) {
    BundledEffectsTest.assertNeeded(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(): return 1|f = wrapped(f)",
        "def f(): return 1|f.suffix = 1",
        "def f(): return 1|register(f)"
      })
  void effects_travel_when_they_reach_the_function_itself(String lines) {
    assertThat(Parsed.bundle(lines.split("\\|")).lines()).containsExactly(lines.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def g(): return 1|def f(): return globals()['g']()",
        "def g(): return 1|def f(): return eval('g()')",
        "globals()['X'] = 1|def f(): return X",
        "exec('X = 1')|def f(): return X"
      })
  void whole_file_travels_when_names_are_computed(String lines) {
    assertThat(Parsed.bundle(lines.split("\\|")).lines()).containsExactly(lines.split("\\|"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from __future__ import annotations\nclass A: pass\n"
            + "def g(x: list[A]): pass\ndef f(): return g",
        "from __future__ import annotations\nfrom typing import ClassVar\n"
            + "class A:\n    b: ClassVar[int] = 0\ndef f(): return A",
        "class A: pass\ndef g(x: 'list[A]'): pass\ndef f(): return g",
        "class A: pass\ndef g(x: \"list['A']\"): pass\ndef f(): return g",
        "'''Doc.'''\ndef f(): return __doc__",
        "from __future__ import annotations; Y = 1\ndef f(): return 1",
        "import os\n@(\n    os\n    .cache\n)\ndef f(): return 1",
        "import os\n@ \\\n  os.cache\ndef f(): return 1",
        "ªº = 1\ndef f(): return ao",
        "_K__x = 1\nclass K:\n    def m(self): return __x\ndef f(): return K"
      })
  void every_line_travels_when_its_meaning_is_needed(String text) {
    assertThat(Parsed.bundle(text.split("\n")).text()).isEqualTo(text + "\n");
  }
}
