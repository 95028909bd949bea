package org.plpython.flyway.callback;

import org.flywaydb.core.api.callback.CallbackEvent;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.internal.callback.InternalCallback;
import org.plpython.flyway.PlPythonCallback;

/** A {@link PlPythonCallback} that Flyway makes by itself where this jar is on its class path. */
public final class PlPythonInternalCallback extends PlPythonCallback
    implements InternalCallback<Event> {

  @Override
  public boolean supportsEventType(Class<? extends CallbackEvent<?>> type) {
    return type == Event.class;
  }
}
