/** What a user would try with the whole system: the demo, the measurements, and (in tests) the scenarios. */
@NullMarked
package dev.parley.systemtests;

import org.jspecify.annotations.NullMarked;
