/** What the relocated Python parser asks of ICU, over the JDK's own classes. */
package org.plpython.thirdparty.icu;
