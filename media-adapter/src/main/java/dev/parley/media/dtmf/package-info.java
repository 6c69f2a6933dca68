/** Keys pressed on telephones, as rtpengine finds them in RTP. */
@NullMarked
package dev.parley.media.dtmf;

import org.jspecify.annotations.NullMarked;
