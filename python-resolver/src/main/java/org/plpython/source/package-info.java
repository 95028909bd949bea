/** Reads source files, and says where in them something is wrong. The only stage that reads. */
package org.plpython.source;
