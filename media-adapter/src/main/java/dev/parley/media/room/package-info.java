/**
 * The shell of media-adapter: one room at a time, in order; rooms side by side.
 *
 * <p>What a room is comes from its plan and the commands about its legs, what it has comes from rtpengine, and the
 * difference is made good here.
 */
@NullMarked
package dev.parley.media.room;

import org.jspecify.annotations.NullMarked;
