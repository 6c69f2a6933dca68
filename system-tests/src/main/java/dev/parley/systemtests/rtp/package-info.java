/** Sending and receiving audio: RTP, telephone events, session descriptions, and what an ear noticed. */
@NullMarked
package dev.parley.systemtests.rtp;

import org.jspecify.annotations.NullMarked;
