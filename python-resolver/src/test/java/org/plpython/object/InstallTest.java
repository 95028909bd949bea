package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

class InstallTest {
  private static String installs(List<DatabaseObject> objects) {
    return objects.stream()
        .map(object -> object.kind() + " " + object.identity() + " " + object.install())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void objects_know_when_they_are_installed_when_decorators_say_it() {
    List<DatabaseObject> objects =
        Objects.of(
            """
            from plpython import plaggregate, pleventtrigger, plfunction, plprocedure, pltrigger

            @plaggregate(name="total")
            @plaggregate(name="total_at_last", install="late")
            @plfunction(install="early")
            def add(state: int, n: int) -> int:
                return state + n

            @plfunction
            def usual(): pass

            @plprocedure(install="late")
            def last(): pass

            @pleventtrigger(event="sql_drop", install="late")
            def dropped(td): pass
            """);
    assertThat(installs(objects))
        .isEqualTo(
            """
            function add(integer, integer) EARLY
            function dropped() LATE
            procedure last() LATE
            function usual() NORMAL
            aggregate total(integer) EARLY
            aggregate total_at_last(integer) LATE
            event trigger dropped LATE""");
  }

  @Test
  void function_is_there_for_the_first_when_its_triggers_are_made_at_different_times() {
    List<DatabaseObject> objects =
        Objects.of(
            """
            from plpython import pltrigger

            @pltrigger(event="INSERT", when="BEFORE", table="a", install="late")
            @pltrigger(event="INSERT", when="BEFORE", table="b", install="early", detach=True)
            @pltrigger(event="INSERT", when="BEFORE", table="c")
            def f(new): pass

            @pltrigger(event="INSERT", when="BEFORE", table="a", install="late", detach=False)
            def g(new): pass
            """);
    assertThat(installs(objects))
        .isEqualTo(
            """
            function f() EARLY
            function g() LATE
            trigger a.f LATE
            trigger a.g LATE
            trigger b.f EARLY
            trigger c.f NORMAL""");
    assertThat(
            objects.stream()
                .filter(object -> object instanceof Trigger trigger && trigger.isDetached())
                .map(DatabaseObject::identity))
        .containsExactly("b.f");
  }

  @Test
  void objects_are_the_same_when_a_descriptor_says_it() {
    SourceFile file = new SourceFile("sources", "file.py", "def f(new): pass\n");
    SourceFile descriptor =
        new SourceFile(
            "sources",
            "file.yaml",
            """
            triggers:
              - source: file.py
                function: f
                event: INSERT
                when: BEFORE
                table: t
                install: early
                detach: true
            """);
    SourceFile decorated =
        new SourceFile(
            "sources",
            "file.py",
            """
            from plpython import pltrigger

            @pltrigger(event="INSERT", when="BEFORE", table="t", install="early", detach=True)
            def f(new): pass
            """);
    List<DatabaseObject> described = PythonResolver.resolveFiles(List.of(file, descriptor));
    assertThat(installs(described))
        .isEqualTo(installs(PythonResolver.resolveFiles(List.of(decorated))))
        .isEqualTo("function f() EARLY\ntrigger t.f EARLY");
    assertThat(((Trigger) described.get(1)).isDetached()).isTrue();
  }
}
