/**
 * Shows Python functions and triggers to Liquibase as change sets. Liquibase finds this package by
 * {@link java.util.ServiceLoader}.
 */
package org.plpython.liquibase;
