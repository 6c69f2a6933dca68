/** Brings what comes in to the call it belongs to, and what a call wants out into the world, one thing after the other. */
@NullMarked
package dev.parley.callcontrol.switchboard;

import org.jspecify.annotations.NullMarked;
