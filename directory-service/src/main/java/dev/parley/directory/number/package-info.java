/** Outside numbers and the extensions they ring. */
@NullMarked
package dev.parley.directory.number;

import org.jspecify.annotations.NullMarked;
