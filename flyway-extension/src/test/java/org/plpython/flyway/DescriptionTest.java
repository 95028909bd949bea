package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

class DescriptionTest {

  @Test
  void identity_is_shown_when_it_fits() {
    assertThat(describe("def f(a: int, b: str) -> None: pass"))
        .isEqualTo("function f(integer, text)");
  }

  @Test
  void long_identities_differ_when_only_their_ends_do() {
    String many =
        IntStream.range(0, 40).mapToObj(i -> "a" + i + ": int").collect(Collectors.joining(", "));
    String one = describe("def f(" + many + ", z: int) -> None: pass");
    String other = describe("def f(" + many + ", z: str) -> None: pass");
    assertThat(one).hasSize(200).isNotEqualTo(other).startsWith("function f(integer, integer");
    assertThat(other).hasSize(200);
    assertThat(describe("def f(" + many + ", z: int) -> None: pass")).isEqualTo(one);
  }

  private static String describe(String function) {
    String text = "from plpython import plfunction\n@plfunction\n" + function + "\n";
    List<DatabaseObject> objects =
        PythonResolver.resolveFiles(List.of(new SourceFile("root", "f.py", text)));
    return Description.of(objects.get(0));
  }
}
