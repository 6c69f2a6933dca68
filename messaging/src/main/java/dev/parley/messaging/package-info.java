/**
 * Reading and writing the contracts on Kafka: the part of the shell that all services share.
 *
 * <p>Consumption, retries and dead letters themselves are SmallRye's; this adds only what the contracts need.
 */
@NullMarked
package dev.parley.messaging;

import org.jspecify.annotations.NullMarked;
