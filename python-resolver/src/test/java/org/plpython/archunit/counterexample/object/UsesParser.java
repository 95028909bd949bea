package org.plpython.archunit.counterexample.object;

import org.plpython.thirdparty.pegparser.tokenizer.Token;

/** Knows the parser, and is not in the package that may. */
public record UsesParser(Token token) {}
