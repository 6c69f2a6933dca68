/**
 * What Parley asks of rtpengine, as it was measured to work with 26.0.1: one method per command.
 *
 * <p>Rooms are calls, legs and bus parts are parties.
 */
@NullMarked
package dev.parley.media.rtpengine;

import org.jspecify.annotations.NullMarked;
