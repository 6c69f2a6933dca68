/** What is counted. */
@NullMarked
package dev.parley.conference.adapter.out.metrics;

import org.jspecify.annotations.NullMarked;
