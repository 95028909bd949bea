package org.plpython.lint;

import org.plpython.python.Occurrence.Handler;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** {@code except KeyError, e:} names two exceptions since Python 3.14, and is refused before. */
final class Python2Except implements Rule {
  @Override
  public String id() {
    return "python2-except";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Handler.class)
        .filter(handler -> handler.types().size() == 2 && isUnknown(handler.types().get(1)))
        .forEach(
            handler -> {
              String first = handler.types().get(0).name();
              String second = handler.types().get(1).name();
              findings.report(
                  handler,
                  "'except %s, %s' is Python 2".formatted(first, second),
                  "Python 3.14 looks for an exception called %s, and earlier ones refuse the file: write except %s as %s:."
                      .formatted(second, first, second));
            });
  }

  /** No built-in exception begins with a small letter. */
  private static boolean isUnknown(Reference type) {
    return type.root() == Reference.Root.BUILTIN
        && type.name().indexOf('.') < 0
        && Character.isLowerCase(type.name().codePointAt(0));
  }
}
