/** Whether rtpengine is there and has what the rooms want. */
@NullMarked
package dev.parley.media.health;

import org.jspecify.annotations.NullMarked;
