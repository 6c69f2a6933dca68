/** The test phone and the test carrier, in the words of a person at a telephone. */
@NullMarked
package dev.parley.systemtests.phone;

import org.jspecify.annotations.NullMarked;
