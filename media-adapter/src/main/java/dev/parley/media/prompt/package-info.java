/** Prompts to one leg: one after the other, never two at once (R30). */
@NullMarked
package dev.parley.media.prompt;

import org.jspecify.annotations.NullMarked;
