/** SIP messages and dialogs as values of our own. Pure: no SIP library, no clock, no I/O. */
@NullMarked
package dev.parley.callcontrol.sip;

import org.jspecify.annotations.NullMarked;
