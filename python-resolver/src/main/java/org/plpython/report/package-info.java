/** Plans for people, for programs and for psql. */
package org.plpython.report;
