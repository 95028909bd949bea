package org.plpython.lint;

import java.util.List;

/** All rules, sorted by id. Each has a section in docs/lint.md. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new BroadExcept(),
          new CommitInFunction(),
          new FalseImmutable(),
          new FutureImport(),
          new InterpreterState(),
          new MutableDefault(),
          new NaiveDatetime(),
          new NameCase(),
          new OwnConnection(),
          new PrintCall(),
          new ProcessControl(),
          new Python2Except(),
          new SecretLiteral(),
          new SetForArray(),
          new SharedState(),
          new StrForArray(),
          new TabInString(),
          new TopLevelEffect(),
          new TopLevelQuery(),
          new UnreachableImport(),
          new UnusedPlpy(),
          new WildcardImport());

  private Rules() {}
}
