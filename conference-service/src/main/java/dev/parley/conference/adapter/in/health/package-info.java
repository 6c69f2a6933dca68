/** Whether a call can be taken. */
@NullMarked
package dev.parley.conference.adapter.in.health;

import org.jspecify.annotations.NullMarked;
