package org.plpython.source;

import java.nio.ByteBuffer;

/** A file's bytes, before anyone knows whether they are text. */
record RawFile(String location, String path, ByteBuffer bytes) {}
