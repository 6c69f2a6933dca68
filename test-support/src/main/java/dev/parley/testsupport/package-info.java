/** test-support. */
@NullMarked
package dev.parley.testsupport;

import org.jspecify.annotations.NullMarked;
