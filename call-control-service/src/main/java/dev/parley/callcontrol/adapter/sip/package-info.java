/** The SIP stack (JAIN SIP RI): its parser, transports and transactions. Its types stay in here; dialogs are ours. */
@NullMarked
package dev.parley.callcontrol.adapter.sip;

import org.jspecify.annotations.NullMarked;
