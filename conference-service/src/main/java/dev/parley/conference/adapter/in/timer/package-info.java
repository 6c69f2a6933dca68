/** Timers that have run out become commands. */
@NullMarked
package dev.parley.conference.adapter.in.timer;

import org.jspecify.annotations.NullMarked;
