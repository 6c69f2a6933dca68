/** Which key does what for a moderator. */
@NullMarked
package dev.parley.directory.keymap;

import org.jspecify.annotations.NullMarked;
