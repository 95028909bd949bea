/** What PostgreSQL shall hold: routines and triggers with their types, texts and checksums. */
package org.plpython.object;
