/**
 * Traces: one for each call, from its INVITE through all services and back. {@code docs/operations/observability.md} says
 * what they consist of.
 *
 * <p>In no name and no attribute of a span is a key, a PIN, a credential, an SDP or a telephone number.
 */
@NullMarked
package dev.parley.telemetry.trace;

import org.jspecify.annotations.NullMarked;
