/** Worlds to try Parley in. */
@NullMarked
package dev.parley.directory.seed;

import org.jspecify.annotations.NullMarked;
