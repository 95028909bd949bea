/** The root of what plpython-migrate throws; the pipeline's stages are the packages below. */
package org.plpython;
