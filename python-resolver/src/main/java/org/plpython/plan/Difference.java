package org.plpython.plan;

/**
 * An attribute whose value will be another one.
 *
 * @param attribute its name in SQL's words: {@code volatility}, {@code body}
 * @param before what the database holds; empty text for nothing
 * @param after what it will hold
 * @param isDrift somebody changed it in the database since the last deploy
 */
public record Difference(String attribute, String before, String after, boolean isDrift) {}
