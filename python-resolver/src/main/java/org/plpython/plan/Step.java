package org.plpython.plan;

import java.util.Optional;
import org.plpython.object.DatabaseObject;

/**
 * A statement of a plan.
 *
 * @param sql without a semicolon at its end
 * @param object that it is about, whose author gets to know what the server says of it
 */
public record Step(String sql, Optional<DatabaseObject> object) {}
