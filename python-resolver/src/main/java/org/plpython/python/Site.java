package org.plpython.python;

/**
 * Where code stands.
 *
 * @param file the file
 * @param statement the top-level statement that holds it
 * @param depth in how many functions: 0 runs when the file is loaded
 */
public record Site(PythonFile file, Statement statement, int depth) {

  /** Whether it runs when a function is called. */
  public boolean isDeferred() {
    return depth > 0;
  }

  /** Whether it is the body of this top-level function, not that of one inside of it. */
  public boolean isBodyOf(Statement.Function function) {
    return statement == function && depth == 1;
  }

  Site deeper() {
    return new Site(file, statement, depth + 1);
  }
}
