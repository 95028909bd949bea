package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What travels of several files. In each case all lines of {@code main} and of the files after it
 * are needed, but for those that end in {@code # not}; a file of which none is is not there.
 */
class BundledFilesTest {

  /** Files {@code name: line|line}, separated by double bars, the first one's name left out. */
  private static void assertNeeded(String text) {
    String[] parts = text.split("\\|\\|", -1);
    String[] files = new String[parts.length * 2];
    for (int i = 0; i < parts.length; i++) {
      int colon = i == 0 ? -1 : parts[i].indexOf(':');
      files[2 * i] = "r:" + (i == 0 ? "main" : parts[i].substring(0, colon)) + ".py";
      files[2 * i + 1] = parts[i].substring(colon + 1);
    }
    Bundle bundle = Parsed.bundle(Parsed.files(files));
    assertThat(
            Stream.concat(Stream.of(bundle.entry()), bundle.others().stream())
                .map(file -> file.file().source().path() + ":" + String.join("|", lines(file)))
                .filter(file -> !file.endsWith(":")))
        .containsExactlyInAnyOrderElementsOf(needed(files));
  }

  private static List<String> lines(BundledFile file) {
    return file.lines().stream().filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> needed(String... files) {
    return Stream.iterate(0, i -> i < files.length, i -> i + 2)
        .map(
            i ->
                files[i].substring(2)
                    + ":"
                    + String.join(
                        "|",
                        Arrays.stream(files[i + 1].split("\\|", -1))
                            .filter(line -> !line.endsWith("# not"))
                            .toList()))
        .filter(file -> !file.endsWith(":"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import m|def f(): return m.a()||m:def a(): return B|B = 1|C = 2  # not",
        "import m as n|def f(): return n.a||m:a = 1|b = 2  # not",
        "from m import a|def f(): return a||m:a = 1|b = 2  # not",
        "from m import a as b|def f(): return b||m:a = 1|b = 2  # not",
        "from m import a, b|def f(): return a||m:a = 1|b = 2",
        "import m  # not|def f(): return 1||m:a = 1  # not",
        "import p.s|def f(): return p.s.a||p/s:a = 1|b = 2  # not||p/__init__:c = 1  # not",
        "import p.s as s|def f(): return s.a||p/s:a = 1|b = 2  # not",
        "from p import s|def f(): return s.a||p/s:a = 1|b = 2  # not",
        "from p import a|def f(): return a||p/__init__:from .s import a|from .t import c  # not||p/s:a = 1|"
            + "b = 2  # not||p/t:c = 1  # not",
        "import p|def f(): return p.s.a||p/__init__:from . import s|x = 1  # not||p/s:a = 1|b = 2  # not",
        "import p|import p.s|def f(): return p.s.a||p/s:a = 1|b = 2  # not",
        "def f():|    import m|    return m.a||m:a = 1|b = 2  # not",
        "def f():|    from m import a as c|    return c||m:a = 1|b = 2  # not",
        "def f():|    def g(): return m.a|    import m|    return g||m:a = 1|b = 2  # not",
        "def f():|    global m|    import m|    return m.a||m:a = 1|b = 2",
        "class K:|    import m|def f(): return K.m.a||m:a = 1|b = 2",
        "class K:|    def g(self):|        import m|        return m.a|def f(): return K||m:a = 1|b = 2  # not",
        "import m|def f(): return getattr(m, 'a')||m:a = 1|b = 2",
        "import m|def f(): return [m]||m:a = 1|b = n.c|import n||n:c = 1|d = 2",
        "import m|def f(): return [m]||m:import n|def a(): pass||n:c = 1|d = 2",
        "from m import *|def f(): return a||m:a = 1|b = 2",
        "from m import *  # not|def f(): return len('')||m:a = 1  # not",
        "import m|def f(): return m.a||m:from n import *|b = 1  # not||n:a = 1|c = 2",
        "import m|def f(): return m.a||m:from n import *  # not|a = 1||n:c = 2  # not",
        "if TYPE_CHECKING:|    from m import A|def f(a: A): return 1||m:A = 1  # not",
        "try:|    from m import a|except ImportError:|    a = None|def f(): return a||m:a = 1|b = 2  # not",
        "import m|def f(): return m.a||m:from marks import mark  # not|@mark  # not|def a(): return 1",
        "from m import a|def f(x: 'a.B'): return 1||m:import n as a||n:class B: pass|class C: pass  # not",
        "import m|def f(): return m.a||m:from __future__ import annotations|def a(): pass|b = 1  # not",
        "import m|def f(): return m.a()||m:b = 1|def a(): return eval('b')",
        "import m|def f(): return m.a||m:def __getattr__(n): return b|b = 1|c = 2  # not",
        "import m|def f(): return m.a||m:if __name__ == '__main__':  # not|    a = 2  # not|a = 1"
      })
  void just_what_is_used_travels_when_files_import_each_other(String text) {
    assertNeeded(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // one file changes what another one binds
        "import m|m.A['x'] = 1|m.B = 2  # not|def f(): return m.A||m:A = {}|B = 1  # not",
        "from m import A|A['x'] = 1|def f(): return A||m:A = {}",
        "import n|import m|def f(): return m.A||m:A = {}||n:import m|m.A['x'] = 1|m.B = 1  # not",
        "import n|import m|def f(): return m.A||m:A = {}||n:from m import A|A.update(x=1)|C = 1  # not",
        "import n|import m|def f(): return m.A||m:A = 1||n:import m|m.A = 2",
        "import n|import m|def f(): return m.A||m:A = 1||n:import m|setattr(m, 'A', 2)",
        "import n|import m|def f(): return m.A||m:A = []|def put(x): A.append(x)||n:import m|m.put(1)",
        "import n|import m|def f(): return m.A||m:A = []|def put(g): A.append(g)||n:from m import put|@put|def _g(): pass",
        "import n|from m import A|def f(): return A||m:class A: pass||n:from m import A|class B(A): pass",
        "import p.n  # not|import m|def f(): return m.A||m:A = {}||p/n:import m  # not|m.B = 1  # not",
        // a call that is made for its result does so where functions name what they change
        "import n|import m|def f(): return m.A||m:A = []|def put(x): A.append(x)||n:import m|T = m.put(1)",
        "import n|import m|def f(): return m.A||m:A = []|def put(x): add(A, x)|def add(l, x): l.append(x)||"
            + "n:import m|T = m.put(1)",
        "import n|import m|def f(): return m.A||m:A = []||n:import m|T = [*map(m.A.append, [1])]",
        "import n|import m|def f(): return m.A||m:A = []||n:import m|T = m.A.pop()",
        "import n|import m|def f(): return m.A||m:A = []||n:import m|T = next(m.A)",
        "import n  # not|import m|def f(): return m.A||m:A = []|def total(): return sum(A)  # not||"
            + "n:import m  # not|T = m.total()  # not",
        "import n  # not|import m|def f(): return m.A||m:class A: pass||n:import m  # not|T = m.A()  # not",
        // but only where plain Python runs it
        "import m|def f(): return m.A||m:A = {}||n:import m  # not|m.A['x'] = 1  # not",
        "import n  # not|import m|def f(): return m.A||m:A = {}||n:def g():  # not|    import m  # not|    m.A = 1  # not",
        "import m|def f():|    import n|    return m.A||m:A = {}||n:import m|m.A['x'] = 1",
        "import p.s|import m|def f(): return m.A, p.s.B||m:A = {}||p/s:B = 1||p/__init__:import m|m.A['x'] = 1",
        // through files that are there for nothing else
        "import o|import m|def f(): return m.A||m:A = {}||n:import m|m.A['x'] = 1||o:import n|X = 1  # not",
        // and in its order
        "import c|import a  # not|import m|def f(): return m.A||m:A = []||a:import m|m.A.append(1)||c:import a|D = 1  # not",
        // modules that import each other are loaded as they are in plain Python
        "import a|from b import g|def f(): return g||a:def h(): return k|from b import k||"
            + "b:from a import h|def k(): pass|def g(): return h"
      })
  void effects_travel_when_they_reach_a_name_of_another_file(String text) {
    assertNeeded(text);
  }

  @Test
  void blank_lines_and_numbers_are_each_files_own_when_several_travel() {
    Bundle bundle =
        Parsed.bundle(
            Parsed.files("r:main.py", "import m||def f(): return m.a", "r:m.py", "X = 1||a = 1"));
    assertThat(bundle.entry().numbers()).containsExactly(1, 0, 3);
    assertThat(bundle.others())
        .extracting(BundledFile::module, BundledFile::lines, BundledFile::numbers)
        .map(Object::toString)
        .containsExactly("(\"m\", [\"a = 1\"], [3])");
  }
}
