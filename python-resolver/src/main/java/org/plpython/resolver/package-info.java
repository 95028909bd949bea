/** The way in: locations to objects. Adapters and the command line use this. */
package org.plpython.resolver;
