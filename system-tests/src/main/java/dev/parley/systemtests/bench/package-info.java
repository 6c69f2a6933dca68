/** Measurements. Each prints a table, writes JSON, and compares with an idle baseline of the same run. */
@NullMarked
package dev.parley.systemtests.bench;

import org.jspecify.annotations.NullMarked;
