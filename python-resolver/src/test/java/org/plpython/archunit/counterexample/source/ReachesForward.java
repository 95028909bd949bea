package org.plpython.archunit.counterexample.source;

import org.plpython.archunit.counterexample.sql.LaterStage;

/** The first stage knows the last one. */
public record ReachesForward(LaterStage later) {}
