/** The fields of log lines, the same in every service. {@code docs/operations/observability.md} lists them. */
@NullMarked
package dev.parley.telemetry.log;

import org.jspecify.annotations.NullMarked;
