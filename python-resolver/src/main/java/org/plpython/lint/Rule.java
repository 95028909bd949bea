package org.plpython.lint;

import org.plpython.source.Severity;

/** One kind of a finding. */
interface Rule {

  /** Its name, which stays: comments and settings switch it off by that. */
  String id();

  /** How bad its findings are. */
  Severity severity();

  /** Reports what is wrong in a project. */
  void check(Project project, Findings findings);
}
