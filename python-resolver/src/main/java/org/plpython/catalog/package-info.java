/** What PostgreSQL holds: read over JDBC. */
package org.plpython.catalog;
