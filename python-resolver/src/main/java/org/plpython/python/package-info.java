/**
 * Python's syntax, and what a file's top-level statements bind and use. The only package that knows
 * the parser; the others see {@link org.plpython.python.PythonFile}.
 */
package org.plpython.python;
