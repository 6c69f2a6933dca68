/** Sound as numbers: tones that tell speakers apart, and how loud each of them is in what was heard. */
@NullMarked
package dev.parley.systemtests.audio;

import org.jspecify.annotations.NullMarked;
