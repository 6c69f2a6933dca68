/**
 * How loaded a service is, measured at what it is really limited by. Autoscaling goes by it.
 *
 * <p>Knows Micrometer's registry, and nothing else.
 */
@NullMarked
package dev.parley.telemetry.load;

import org.jspecify.annotations.NullMarked;
