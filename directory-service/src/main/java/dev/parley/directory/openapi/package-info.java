/** The description of the API: what resource classes have in common is said here once. */
@NullMarked
package dev.parley.directory.openapi;

import org.jspecify.annotations.NullMarked;
