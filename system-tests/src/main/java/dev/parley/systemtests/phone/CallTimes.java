package dev.parley.systemtests.phone;

import java.time.Duration;
import java.time.Instant;

/**
 * When what happened in setting up a call that was answered.
 *
 * @param credentialsSent when the INVITE with credentials left; without a challenge, the first and only one
 * @param setup from the INVITE to its 200, a challenge in between included; by a clock that is never set
 */
public record CallTimes(Instant invited, Instant credentialsSent, Instant answered, Duration setup) {}
