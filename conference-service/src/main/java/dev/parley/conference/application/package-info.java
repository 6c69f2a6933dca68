/** The use case: load, decide, evolve, store, tell. Knows its ports, and neither Quarkus, nor Kafka, nor SQL. */
@NullMarked
package dev.parley.conference.application;

import org.jspecify.annotations.NullMarked;
