/** What is known to go wrong at run time, or to be meant otherwise. */
package org.plpython.lint;
