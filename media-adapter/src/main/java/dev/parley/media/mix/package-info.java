/**
 * From who should hear whom to what rtpengine has to change: {@code AudioPlan → MixGraph → MixStep}s.
 *
 * <p>Pure: imports the JDK and the message contracts only; no clock, no I/O, no logger.
 */
@NullMarked
package dev.parley.media.mix;

import org.jspecify.annotations.NullMarked;
