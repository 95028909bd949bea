/** What the author declared: the decorators on functions and classes, and their options. */
package org.plpython.descriptor;
