/** Rooms, timers, outbox and the record of past conferences in PostgreSQL. Plain JDBC: a handful of statements. */
@NullMarked
package dev.parley.conference.adapter.out.postgres;

import org.jspecify.annotations.NullMarked;
