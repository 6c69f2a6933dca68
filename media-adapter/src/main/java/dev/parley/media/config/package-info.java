/** Configuration, and the one place that puts the parts together. */
@NullMarked
package dev.parley.media.config;

import org.jspecify.annotations.NullMarked;
