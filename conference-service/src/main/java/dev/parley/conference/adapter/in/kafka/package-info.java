/** Records of the topics become commands. */
@NullMarked
package dev.parley.conference.adapter.in.kafka;

import org.jspecify.annotations.NullMarked;
