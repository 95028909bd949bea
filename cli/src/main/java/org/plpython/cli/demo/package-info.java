/** The demonstration: a bookshop from an empty server to a redeploy. */
package org.plpython.cli.demo;
