/** The real parts that integration tests stand on: no test of ours talks to a simulated Kafka or database. */
@NullMarked
package dev.parley.testsupport;

import org.jspecify.annotations.NullMarked;
