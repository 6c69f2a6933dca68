/** What directory-service publishes on a compacted topic, for everybody to keep a view of. */
@NullMarked
package dev.parley.contracts.directory;

import org.jspecify.annotations.NullMarked;
