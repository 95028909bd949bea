package org.plpython.catalog;

import java.util.List;

/**
 * What CREATE OR REPLACE cannot change about a routine, and what is lost when it is dropped.
 *
 * @param inputs the names of what arguments are passed to; empty text for one without a name
 * @param defaults how many of them have a default
 * @param result {@code numeric}, {@code SETOF text}, {@code SETOF (a integer, b text)}
 * @param grantees roles besides the owner that may call it, {@code public} for everyone
 * @param grantors those of them that may grant that to others
 */
public record InstalledSignature(
    List<String> inputs,
    int defaults,
    String result,
    List<String> grantees,
    List<String> grantors) {
  public InstalledSignature {
    inputs = List.copyOf(inputs);
    grantees = List.copyOf(grantees);
    grantors = List.copyOf(grantors);
  }
}
