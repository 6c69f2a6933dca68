/** Settings, and the one place that knows all parts. */
@NullMarked
package dev.parley.conference.config;

import org.jspecify.annotations.NullMarked;
