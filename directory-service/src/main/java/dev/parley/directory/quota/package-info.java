/** How much a tenant may have at once. */
@NullMarked
package dev.parley.directory.quota;

import org.jspecify.annotations.NullMarked;
