/**
 * rtpengine's ng control protocol: bencoded dictionaries over UDP and TCP.
 *
 * <p>Knows nothing of rooms and legs; {@code dev.parley.media.rtpengine} gives the commands their meaning.
 */
@NullMarked
package dev.parley.media.ng;

import org.jspecify.annotations.NullMarked;
