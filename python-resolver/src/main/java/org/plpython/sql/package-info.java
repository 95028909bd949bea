/** Writes DDL, and the Python bodies in it. Nothing else in the product does. */
package org.plpython.sql;
