/** The command {@code plpython}. */
package org.plpython.cli;
