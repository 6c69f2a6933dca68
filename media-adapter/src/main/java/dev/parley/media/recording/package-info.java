/**
 * Sound that leaves rtpengine to be kept: recordings, and the names that callers say.
 *
 * <p>A tap of the mix sends its RTP here like any other listener's; so what is recorded is what was heard.
 */
@NullMarked
package dev.parley.media.recording;

import org.jspecify.annotations.NullMarked;
