/** Change types that make and drop objects of PL/Python as the server itself defines them. */
package org.plpython.liquibase.definition;
