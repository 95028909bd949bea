package org.plpython.object;

/** The Python that a routine runs. */
public sealed interface RoutineCode permits Program, RawBody {

  /** The path of the author's file below the source root. */
  String path();

  /** The author's lines, as they are numbered in an {@link Origin}. */
  String text();
}
