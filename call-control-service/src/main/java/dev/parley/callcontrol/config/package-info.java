/** Settings, and the one place that knows how everything is put together. */
@NullMarked
package dev.parley.callcontrol.config;

import org.jspecify.annotations.NullMarked;
