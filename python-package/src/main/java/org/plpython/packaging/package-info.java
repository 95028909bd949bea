/** Writes the Python package {@code plpython} as Python's tools take it. */
@NullMarked
package org.plpython.packaging;

import org.jspecify.annotations.NullMarked;
