package org.plpython.archunit.counterexample.object;

import org.plpython.archunit.counterexample.deploy.Egg;

/** Half of a cycle. */
public record Chicken(Egg egg) {}
