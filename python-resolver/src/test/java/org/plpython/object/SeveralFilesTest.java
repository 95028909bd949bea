package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.DeclarationReader;
import org.plpython.descriptor.Placeholders;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.source.Diagnostics;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/** Objects whose programs are made of several files. */
class SeveralFilesTest {
  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "main.py",
              "from plpython import plfunction|from shop.money import cents|@plfunction|def f(a: int)"
                  + " -> int:|    return cents(a)|",
              "shop/__init__.py",
              "NAME = 1|",
              "shop/money.py",
              "from plpython import plpy as db|RATE = 2|def cents(a):|    return a * RATE|UNUSED = 1|"
                  + "def other():|    return db|"));

  private static List<DatabaseObject> build(Map<String, String> files) {
    Diagnostics diagnostics = new Diagnostics();
    List<PythonFile> parsed = new ArrayList<>();
    List<Declaration> declarations = new ArrayList<>();
    files.forEach(
        (path, text) ->
            parsed.add(
                new PythonParser()
                    .parse(new SourceFile("sources", path, text.replace("|", "\n")))));
    parsed.forEach(
        file ->
            declarations.addAll(
                new DeclarationReader(file, Placeholders.NONE, diagnostics).read()));
    List<DatabaseObject> objects =
        new ObjectBuilder(TypeMapping.DEFAULT, Placeholders.NONE, diagnostics)
            .build(parsed, declarations);
    diagnostics.throwIfAny();
    return objects;
  }

  private static Map<String, String> edited(String path, String from, String to) {
    Map<String, String> files = new TreeMap<>(FILES);
    assertThat(files.get(path)).contains(from);
    files.computeIfPresent(path, (p, text) -> text.replace(from, to));
    return files;
  }

  private static Checksum checksum(Map<String, String> files) {
    return build(files).get(0).checksum();
  }

  @ParameterizedTest
  @CsvSource({
    "shop/money.py, RATE = 2, RATE = 3",
    "shop/money.py, a * RATE, a  * RATE",
    "shop/money.py, return a, return db and a",
    "main.py, cents(a), cents(a) + 1"
  })
  void checksum_differs_when_a_needed_line_of_any_file_does(String path, String from, String to) {
    assertThat(checksum(edited(path, from, to))).isNotEqualTo(checksum(FILES));
  }

  @ParameterizedTest
  @CsvSource({
    "shop/money.py, UNUSED = 1, UNUSED = 2",
    "shop/money.py, plpy as db, plpy as it",
    "shop/money.py, RATE = 2, # why|RATE = 2",
    "shop/__init__.py, NAME = 1, NAME = 2"
  })
  void checksum_is_the_same_when_another_line_differs(String path, String from, String to) {
    assertThat(checksum(edited(path, from, to))).isEqualTo(checksum(FILES));
  }

  @Test
  void checksum_differs_when_a_file_is_renamed() {
    Map<String, String> files = edited("main.py", "shop.money", "shop.coins");
    files.put("shop/coins.py", files.remove("shop/money.py"));
    assertThat(checksum(files)).isNotEqualTo(checksum(FILES));
  }

  @Test
  void lines_lead_to_their_file_when_the_program_has_several() {
    Origin origin = build(FILES).get(0).origin();
    List<String> places = new ArrayList<>();
    for (int line = 0; line <= 10; line++) {
      places.add(origin.place(line).orElse("none"));
    }
    assertThat(places)
        .containsExactly(
            "none",
            "sources/main.py:2",
            "sources/main.py:4",
            "sources/main.py:5",
            "none",
            "sources/shop/money.py:2",
            "sources/shop/money.py:3",
            "sources/shop/money.py:4",
            "none",
            "none",
            "none");
  }

  private static List<String> mistakes(String imports) {
    Map<String, String> files = edited("main.py", "@plfunction", imports + "|@plfunction");
    files.computeIfPresent("main.py", (p, text) -> text.replace("cents(a)", "x, cents(a)"));
    InvalidSourceException mistakes =
        catchThrowableOfType(InvalidSourceException.class, () -> build(files));
    return mistakes == null
        ? List.of()
        : mistakes.diagnostics().stream()
            .map(d -> d.position() + " " + d.message() + ". " + d.advice())
            .map(text -> text.replaceAll("Position\\[line=(\\d+), column=(\\d+)]", "$1:$2"))
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "from shop.money import RATES as x ! 3:24 'shop.money' has no 'RATES'. Did you mean 'RATE'? The file"
            + " binds no such name at its top level, and there is no such module.",
        "import shop.mony as x ! 3:8 there is no module 'mony' in 'shop'. Did you mean 'money'? The source"
            + " root holds no such file.",
        "from shop.money.x import x ! 3:26 there is no module 'x' in 'shop.money'. The source root holds no"
            + " such file.",
        "from . import x ! 3:15 the import's dots lead out of the source root. A relative import starts from"
            + " the file's own folder, and needs one below the root."
      })
  void import_is_refused_when_the_source_root_lacks_what_it_names(String imports, String told) {
    assertThat(mistakes(imports)).containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import x",
        "from math import x",
        "from shop import money as x",
        "from shop.money import __name__ as x",
        "try:|    from shop.money import x|except ImportError:|    x = 1",
        "if TYPE_CHECKING:|    from shop.money import x",
        "from shop.nothing import y",
        "x = 1"
      })
  void import_is_accepted_when_it_works_or_is_not_needed(String imports) {
    assertThat(mistakes(imports)).isEmpty();
  }

  @Test
  void function_keeps_its_own_file_when_an_earlier_root_hides_it() {
    String function =
        """
        from plpython import plfunction
        import main

        @plfunction(name="%s")
        def f() -> str:
            return main.X

        X = "%s"
        """;
    Diagnostics diagnostics = new Diagnostics();
    List<PythonFile> files = new ArrayList<>();
    List<Declaration> declarations = new ArrayList<>();
    for (String root : List.of("one", "two")) {
      String text = function.formatted(root, root);
      files.add(new PythonParser().parse(new SourceFile(root, "main.py", text)));
    }
    files.forEach(
        file ->
            declarations.addAll(
                new DeclarationReader(file, Placeholders.NONE, diagnostics).read()));
    List<DatabaseObject> objects =
        new ObjectBuilder(TypeMapping.DEFAULT, Placeholders.NONE, diagnostics)
            .build(files, declarations);
    Program hidden = (Program) ((Routine) objects.get(1)).code();
    assertThat(hidden.main().name()).isEqualTo("main'");
    assertThat(hidden.main().text()).contains("def f()").doesNotContain("X = ");
    assertThat(hidden.others()).extracting(Program.Part::text).containsExactly("X = \"one\"\n");
  }

  @Test
  void import_is_reported_once_when_several_functions_need_it() {
    String more = "|@plfunction|def g() -> int:|    return x|";
    assertThat(mistakes("from shop.money import x" + more)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from rows import Book",
        "from again import Book",
        "from typing import TYPE_CHECKING|if TYPE_CHECKING:|    from rows import Book"
      })
  void model_is_of_another_file_when_imports_lead_there(String imports) {
    List<DatabaseObject> objects =
        build(
            new TreeMap<>(
                Map.of(
                    "main.py",
                    "from plpython import pltrigger|"
                        + imports
                        + "|@pltrigger(event='INSERT', when='BEFORE', model=Book)|def t(new: 'Book'):"
                        + " pass|",
                    "again.py",
                    "from rows import *|",
                    "rows.py",
                    "from plpython import pltable|@pltable('book')|class Book:|    a: dict|")));
    Routine.TriggerFunction function = ((Trigger) objects.get(1)).function();
    assertThat(objects.get(1).identity()).isEqualTo("book.t");
    assertThat(function.call().newModel().map(TriggerCall.Model::type))
        .contains(new ClassReference("rows.py", "Book"));
    assertThat(((Program) function.code()).others())
        .extracting(Program.Part::path)
        .contains("rows.py");
  }

  @Test
  void alias_is_followed_when_another_file_holds_it() {
    Map<String, String> files =
        Map.of(
            "main.py",
            "from plpython import plfunction|import kinds|from shop import Ids|@plfunction|"
                + "def f(a: kinds.Price, b: Ids) -> int:|    return 1|",
            "kinds.py",
            "from decimal import Decimal|from typing import Annotated, NewType|"
                + "Price = Annotated[Decimal, 'numeric(10, 2)']|Id = NewType('Id', int)|",
            "shop/__init__.py",
            "from kinds import Id|Ids = list[Id]|");
    assertThat(build(files))
        .extracting(DatabaseObject::identity)
        .containsExactly("f(numeric, integer[])");
  }
}
