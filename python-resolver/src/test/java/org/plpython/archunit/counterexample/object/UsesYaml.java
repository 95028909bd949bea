package org.plpython.archunit.counterexample.object;

import org.yaml.snakeyaml.nodes.Node;

/** Knows the YAML parser, and is not in the package that may. */
public record UsesYaml(Node node) {}
