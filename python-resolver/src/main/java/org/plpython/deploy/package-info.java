/** Installs objects over a JDBC connection. */
package org.plpython.deploy;
