/** What is set for a migration tool: names, values, and what a plan and a deploy make of them. */
package org.plpython.settings;
