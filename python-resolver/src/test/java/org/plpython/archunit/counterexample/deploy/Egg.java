package org.plpython.archunit.counterexample.deploy;

import org.plpython.archunit.counterexample.object.Chicken;

/** The other half of a cycle. */
public record Egg(Chicken chicken) {}
