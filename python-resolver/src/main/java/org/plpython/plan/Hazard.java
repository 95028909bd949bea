package org.plpython.plan;

import java.util.List;

/** What a change costs, or may cost. */
public sealed interface Hazard {

  /** Its name for programs. */
  String id();

  /** What it is, for people. */
  String message();

  /**
   * A lock that sessions which use a table wait for; the manual's section 13.3.
   *
   * @param mode as the manual writes it: {@code ACCESS EXCLUSIVE}
   * @param table with its schema
   */
  record Lock(String mode, String table) implements Hazard {
    @Override
    public String id() {
      return "lock";
    }

    @Override
    public String message() {
      return "locks " + table + " in " + mode + " mode until the deploy has ended";
    }
  }

  /**
   * Objects that are dropped and made again.
   *
   * @param identities with their kinds
   */
  record Dependents(List<String> identities) implements Hazard {
    public Dependents {
      identities = List.copyOf(identities);
    }

    @Override
    public String id() {
      return "dependents";
    }

    @Override
    public String message() {
      return "drops and makes again what hangs on it: " + String.join(", ", identities);
    }
  }

  /**
   * A function of the same name that is not ours and stays: a call may fit both.
   *
   * @param identity of the other one
   */
  record Overload(String identity) implements Hazard {
    @Override
    public String id() {
      return "overload";
    }

    @Override
    public String message() {
      return "there is also " + identity + ", which is not ours: a call may fit both";
    }
  }

  /**
   * Something only a superuser may do.
   *
   * @param what it is
   */
  record Superuser(String what) implements Hazard {
    @Override
    public String id() {
      return "superuser";
    }

    @Override
    public String message() {
      return "needs a superuser: " + what;
    }
  }
}
