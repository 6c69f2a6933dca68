/** Who changed what, and when. */
@NullMarked
package dev.parley.directory.audit;

import org.jspecify.annotations.NullMarked;
