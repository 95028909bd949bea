/** What a deploy would change, and why: desired objects against those of the database. */
package org.plpython.plan;
