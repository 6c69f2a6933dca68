/**
 * As much of SDP (RFC 8866) and offer/answer (RFC 3264) as a leg needs. Pure: imports the JDK only.
 *
 * <p>Nothing a phone wrote reaches rtpengine as it came: {@link dev.parley.media.sdp.Reduced} writes it anew, with the
 * one stream and the codecs that were agreed on.
 */
@NullMarked
package dev.parley.media.sdp;

import org.jspecify.annotations.NullMarked;
