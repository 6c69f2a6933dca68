/** The media of one leg: its SDP exchanges with the party, its end in rtpengine. */
@NullMarked
package dev.parley.media.leg;

import org.jspecify.annotations.NullMarked;
