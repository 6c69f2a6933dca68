/** Commands in, events and wishes out, and the views kept of compacted topics. */
@NullMarked
package dev.parley.callcontrol.adapter.kafka;

import org.jspecify.annotations.NullMarked;
