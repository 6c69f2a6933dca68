/** What sound costs: {@code ./parley bench media}, with Asterisk's ConfBridge beside it. */
@NullMarked
package dev.parley.systemtests.bench.media;

import org.jspecify.annotations.NullMarked;
