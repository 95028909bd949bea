package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.source.Position;

class SourceTreeTest {

  /** Where the class is that a dotted name means in the first file: {@code root/path:line}. */
  private static Optional<String> classOf(String name, List<PythonFile> files) {
    Expression expression = PythonParser.parseExpression(name, Position.START).orElseThrow();
    return new SourceTree(files)
        .classOf(files.get(0), expression)
        .map(
            found ->
                found.file().source().displayPath() + ":" + found.definition().position().line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "class P: pass ! P ! r/pkg/main.py:1",
        "from geo import P ! P ! r/geo.py:2",
        "from geo import P as Q ! Q ! r/geo.py:2",
        "import geo ! geo.P ! r/geo.py:2",
        "import geo as g ! g.P ! r/geo.py:2",
        "from geo import * ! P ! r/geo.py:2",
        "if TYPE_CHECKING:|    from geo import P ! P ! r/geo.py:2",
        "try:|    from geo import P|except ImportError:|    P = None ! P ! r/geo.py:2",
        "import pkg.shapes ! pkg.shapes.S ! r/pkg/shapes.py:1",
        "import pkg.shapes as s ! s.S ! r/pkg/shapes.py:1",
        "from pkg import shapes ! shapes.S ! r/pkg/shapes.py:1",
        "from . import shapes as s ! s.S ! r/pkg/shapes.py:1",
        "from .shapes import S ! S ! r/pkg/shapes.py:1",
        "from ..geo import P ! P ! ",
        "from .deep.er import up ! up.S ! r/pkg/shapes.py:1",
        "from pkg import S ! S ! r/pkg/shapes.py:1",
        "from pkg import P ! P ! r/geo.py:2",
        "from space.inner import N ! N ! r/space/inner.py:1",
        "import space.inner ! space.inner.N ! r/space/inner.py:1",
        "from loop import A ! A ! ",
        "from typing import P ! P ! ",
        "from geo import P|from pkg.shapes import S as P ! P ! r/pkg/shapes.py:1",
        "def f():|    from geo import P ! P ! ",
        "P = 1 ! P.x().y ! "
      })
  void class_is_found_when_imports_lead_to_it(String text, String name, String place) {
    List<PythonFile> files =
        Parsed.files(
            "r:pkg/main.py",
            text,
            "r:geo.py",
            "X = 1|class P: pass",
            "r:pkg/__init__.py",
            "from .shapes import S|from geo import *",
            "r:pkg/shapes.py",
            "class S: pass",
            "r:pkg/deep/er.py",
            "from .. import shapes as up",
            "r:space/inner.py",
            "class N: pass",
            "r:loop.py",
            "from loop import A|from loop2 import *",
            "r:loop2.py",
            "from loop import *");
    assertThat(classOf(name, files)).isEqualTo(Optional.ofNullable(place));
  }

  @Test
  void first_root_wins_when_several_hold_a_module() {
    List<PythonFile> files =
        Parsed.files(
            "one:main.py",
            "import a, b, c.x, c.y, d.x, json, os",
            "one:a.py",
            "class A: pass",
            "one:b/x.py",
            "class B: pass",
            "one:c/x.py",
            "class C: pass",
            "one:d/__init__.py",
            "",
            "one:json.py",
            "class J: pass",
            "one:os.py",
            "class O: pass",
            "two:a/__init__.py",
            "class A: pass",
            "two:b.py",
            "class B: pass",
            "two:c/y.py",
            "class C: pass",
            "two:d/x.py",
            "class D: pass");
    assertThat(classOf("a.A", files)).contains("one/a.py:1");
    assertThat(classOf("b.B", files)).contains("two/b.py:1");
    assertThat(classOf("c.x.C", files)).contains("one/c/x.py:1");
    assertThat(classOf("c.y.C", files)).contains("two/c/y.py:1");
    assertThat(classOf("d.x.D", files)).isEmpty();
    assertThat(classOf("json.J", files)).contains("one/json.py:1");
    assertThat(classOf("os.O", files)).isEmpty();
  }
}
