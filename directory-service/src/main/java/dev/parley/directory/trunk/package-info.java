/** Ways to the outside world. */
@NullMarked
package dev.parley.directory.trunk;

import org.jspecify.annotations.NullMarked;
