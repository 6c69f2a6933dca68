/** As much SIP over UDP and TCP as a telephone needs. Knows nothing of audio, and lets a test send what no honest phone would. */
@NullMarked
package dev.parley.systemtests.sip;

import org.jspecify.annotations.NullMarked;
