/** The whole of a tenant as one document. */
@NullMarked
package dev.parley.directory.configuration;

import org.jspecify.annotations.NullMarked;
