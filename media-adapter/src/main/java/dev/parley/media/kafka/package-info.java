/** media-adapter's ends of the topics. */
@NullMarked
package dev.parley.media.kafka;

import org.jspecify.annotations.NullMarked;
