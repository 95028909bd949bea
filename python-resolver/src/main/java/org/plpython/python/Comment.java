package org.plpython.python;

import org.plpython.source.Position;

/**
 * A comment.
 *
 * @param text from its {@code #} to the end of the line
 * @param isAlone nothing else stands on its line
 */
public record Comment(Position position, String text, boolean isAlone) {}
