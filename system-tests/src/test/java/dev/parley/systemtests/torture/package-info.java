/** Messages that no honest phone sends: those of RFC 4475, and real ones that are changed at random. */
@NullMarked
package dev.parley.systemtests.torture;

import org.jspecify.annotations.NullMarked;
