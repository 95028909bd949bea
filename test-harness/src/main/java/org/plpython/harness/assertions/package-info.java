/**
 * Assertions in the manner of AssertJ, for what is in a database and what it does. They need {@code
 * org.assertj:assertj-core} on the class path.
 *
 * <pre>{@code
 * import static org.plpython.harness.assertions.PlPythonAssertions.assertThat;
 *
 * assertThat(database).calling("shop.gross_price", new BigDecimal("1.50"))
 *     .returns(new BigDecimal("1.79"));
 * assertThat(database).calling("shop.discounted_price", 10, 150)
 *     .failsWith("ValueError: a discount is between 0 and 100 percent, not 150")
 *     .at("pricing.py", 30);
 * assertThat(database).running("INSERT INTO shop.book (isbn) VALUES ('0-1') RETURNING isbn")
 *     .returns("01");
 * assertThat(database).function("shop.gross_price(numeric)").isImmutable().isParallelSafe();
 * assertThat(database).isUpToDate();
 * }</pre>
 */
package org.plpython.harness.assertions;
