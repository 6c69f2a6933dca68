/** contracts. */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
