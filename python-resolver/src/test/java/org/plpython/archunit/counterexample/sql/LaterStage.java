package org.plpython.archunit.counterexample.sql;

/** A stage that an earlier one knows. */
public interface LaterStage {}
