/**
 * YAML: a descriptor's text to expressions that know their places. Nothing else knows the parser.
 */
package org.plpython.yaml;
