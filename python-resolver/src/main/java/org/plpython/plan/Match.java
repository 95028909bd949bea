package org.plpython.plan;

import java.util.Optional;
import java.util.SortedMap;
import org.plpython.catalog.Installed;
import org.plpython.catalog.Registered;

/**
 * An object that shall be there, beside what is there in its place.
 *
 * @param before empty: nothing is
 * @param row the registry's about what is there
 * @param attributes what the target's will be, as far as could be found out as the server writes it
 */
record Match(
    Target target,
    Optional<Installed> before,
    Optional<Registered> row,
    SortedMap<String, String> attributes) {}
