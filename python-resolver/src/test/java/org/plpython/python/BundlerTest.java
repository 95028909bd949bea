package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BundlerTest {

  private static void assertTravels(String text, String... lines) {
    assertThat(Parsed.bundle(lines).text()).isEqualTo(text);
  }

  @Test
  void only_the_function_travels_when_it_uses_nothing() {
    assertTravels("def f(): return 1\n", "OTHER = 2", "def f(): return 1", "def g(): return f()");
  }

  @Test
  void helpers_travel_in_the_files_order_when_used_transitively() {
    assertTravels(
        "import re\n\ndef second(): return re.X\n\ndef f(): return first()\ndef first(): return"
            + " second()\n",
        "import re",
        "import os",
        "def second(): return re.X",
        "SKIPPED = 1",
        "def f(): return first()",
        "def first(): return second()");
  }

  @Test
  void two_functions_travel_when_each_calls_the_other() {
    assertTravels(
        "def odd(n): return n and f(n - 1)\ndef f(n): return not n or odd(n - 1)\n",
        "def odd(n): return n and f(n - 1)",
        "def f(n): return not n or odd(n - 1)");
  }

  @Test
  void marks_stay_behind_when_other_decorators_travel() {
    assertTravels(
        "import functools\n\n@functools.cache  # kept\n\ndef f(): return 1\n",
        "import functools",
        "from marks import mark",
        "@mark(  # why",
        "    # inside",
        "    a=1,",
        ")",
        "# between",
        "@functools.cache  # kept",
        "",
        "@mark",
        "# last",
        "def f(): return 1");
  }

  @Test
  void marks_are_named_when_the_code_uses_them() {
    BundledFile bundle =
        Parsed.bundle(
            "from marks import one, two as b, three",
            "@one",
            "def helper(): return b",
            "def f(): return helper()");
    assertThat(bundle)
        .isEqualTo(
            new BundledFile(
                bundle.file(),
                "file",
                List.of("def helper(): return b", "def f(): return helper()"),
                List.of(3, 4),
                Set.of("b")));
  }

  @Test
  void line_numbers_are_the_files_when_statements_are_left_out() {
    BundledFile bundle =
        Parsed.bundle("X = '''a", "b'''", "Y = 1", "", "# comment", "def f():", "    return X");
    assertThat(bundle.lines()).containsExactly("X = '''a", "b'''", "", "def f():", "    return X");
    assertThat(bundle.numbers()).containsExactly(1, 2, 0, 6, 7);
  }

  @Test
  void whole_line_travels_when_statements_share_it() {
    assertTravels(
        "A = 1; B = '''\n'''; C = 3\n\ndef f(): return B\n",
        "A = 1; B = '''",
        "'''; C = 3",
        "D = 4",
        "def f(): return B");
  }

  @Test
  void imports_for_the_whole_file_travel_when_nothing_names_them() {
    assertTravels(
        "from __future__ import annotations\nfrom math import *\n\ndef f(): return pi\n",
        "from __future__ import annotations",
        "from math import *",
        "import os",
        "def f(): return pi");
  }

  @Test
  void local_names_are_no_use_when_they_shadow_global_ones() {
    String function =
        """
        def f(A, *B, C=1, **D):
            import E
            F = [G for G in A]
            try: H = lambda I: I
            except A as J: return J
            with A as K: return B, C, D, E, F, H, K
        """;
    assertTravels(function, "A = B = C = D = E = F = G = H = I = J = K = 1", function);
  }

  @Test
  void global_names_are_used_when_inner_scopes_only_seem_to_hide_them() {
    String needed =
        """
        A = 1
        B = 2
        C = [3]
        def f(x=A):
            class K:
                B = 4
                def m(self): return B
            def inner():
                global C
                C = 5
            return K, inner
        """;
    assertTravels(needed, needed, "D = 4");
  }

  @Test
  void main_guard_stays_behind_when_it_binds_a_used_name() {
    assertTravels(
        "X = 1\n\ndef f(): return X\n",
        "X = 1",
        "if __name__ == '__main__':",
        "    X = 2",
        "def f(): return X");
  }
}
