/** directory-service. */
@NullMarked
package dev.parley.directory;

import org.jspecify.annotations.NullMarked;
