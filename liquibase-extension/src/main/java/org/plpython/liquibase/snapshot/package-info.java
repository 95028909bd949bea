/**
 * PL/Python functions and triggers as Liquibase's database objects: what {@code snapshot}, {@code
 * diff}, {@code diff-changelog} and {@code generate-changelog} see.
 */
package org.plpython.liquibase.snapshot;
