package org.plpython.archunit.counterexample.python;

import java.io.RandomAccessFile;

/** Holds an open file, and is not in the package that may. */
public record OpensFile(RandomAccessFile file) {}
