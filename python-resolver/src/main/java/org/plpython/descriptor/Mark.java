package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.ClassDefinition;

/** A decorator of ours. Files written for django-plpy import the first two from there. */
public enum Mark {
  /** Declares a function. */
  PLFUNCTION(true),
  /** Declares a trigger and its function. */
  PLTRIGGER(true),
  /** Declares an event trigger and its function. */
  PLEVENTTRIGGER(false),
  /** Declares a procedure. */
  PLPROCEDURE(false),
  /** Declares an aggregate over a function. */
  PLAGGREGATE(false),
  /** Names the table of a class. */
  PLTABLE(false),
  /** Names the SQL type of a class. */
  PLTYPE(false);

  /** The module-level name through which Python code reaches the server. */
  public static final String PLPY = "plpython.plpy";

  /** The type of a trigger's {@code new} and {@code old}. */
  public static final String ROW = "plpython.Row";

  private static final List<String> MODULES = List.of("plpython", "django_plpy");

  private static final String DJANGO_PLPY = "django_plpy.installer.";

  private final boolean isInDjangoPlpy;

  Mark(boolean isInDjangoPlpy) {
    this.isInDjangoPlpy = isInDjangoPlpy;
  }

  /** The decorator's own name: {@code plfunction}. */
  public String simpleName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean is(String qualifiedName) {
    return qualifiedName.equals("plpython." + simpleName())
        || (isInDjangoPlpy && qualifiedName.equals(DJANGO_PLPY + simpleName()));
  }

  /** The simple name of something that is named like one of them, and comes from elsewhere. */
  static Optional<String> stranger(String qualifiedName) {
    return Optional.of(simple(qualifiedName))
        .filter(Mark::isMarksName)
        .filter(name -> !name.equals(qualifiedName) && named(qualifiedName).isEmpty());
  }

  /** Whether one of them has the simple name. */
  static boolean isMarksName(String name) {
    return Arrays.stream(values()).anyMatch(mark -> mark.simpleName().equals(name));
  }

  /** The mark of that qualified name. */
  public static Optional<Mark> named(String qualifiedName) {
    return Arrays.stream(values()).filter(mark -> mark.is(qualifiedName)).findFirst();
  }

  /** The one argument of a decorator of ours on a class. */
  public static Optional<Expression> argumentOn(
      PythonFile file, ClassDefinition definition, Mark mark) {
    return definition.decorators().stream()
        .filter(d -> d.expression() instanceof Expression.Call call && call.arguments().size() == 1)
        .filter(
            d ->
                file.qualify(d.expression().called())
                    .flatMap(Mark::named)
                    .equals(Optional.of(mark)))
        .map(d -> ((Expression.Call) d.expression()).arguments().get(0))
        .findFirst();
  }

  /** What the declaring package has, by simple names. */
  static List<String> exported() {
    List<String> names = new ArrayList<>(List.of(simple(PLPY), simple(ROW)));
    Arrays.stream(values()).map(Mark::simpleName).forEach(names::add);
    return names;
  }

  private static String simple(String qualifiedName) {
    return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
  }

  /**
   * The simple name of something that is asked of the declaring package and that it does not have;
   * empty where all is well.
   */
  static Optional<String> missing(String qualifiedName) {
    return Optional.of(simple(qualifiedName))
        .filter(name -> qualifiedName.equals("plpython." + name))
        .filter(name -> !exported().contains(name));
  }

  /**
   * Whether a qualified name belongs to the declaring package, which the server does not have:
   * decorators and imports of such names do not travel.
   */
  public static boolean isDeclaring(String qualifiedName) {
    return MODULES.stream()
        .anyMatch(module -> qualifiedName.equals(module) || qualifiedName.startsWith(module + "."));
  }
}
