/** Kafka and PostgreSQL without a container engine: as processes for one machine, and inside the JVM for tests. */
@NullMarked
package dev.parley.platform;

import org.jspecify.annotations.NullMarked;
