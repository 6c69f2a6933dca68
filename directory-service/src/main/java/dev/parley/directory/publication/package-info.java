/** Tells everybody on a compacted topic. Features offer their entries as an {@code EntrySource} and note each change in the {@code Outbox}. */
@NullMarked
package dev.parley.directory.publication;

import org.jspecify.annotations.NullMarked;
