/** A view of the directory, kept from its compacted topic. */
@NullMarked
package dev.parley.conference.adapter.out.directory;

import org.jspecify.annotations.NullMarked;
