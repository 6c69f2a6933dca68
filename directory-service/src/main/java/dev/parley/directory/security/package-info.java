/** Who may do what. */
@NullMarked
package dev.parley.directory.security;

import org.jspecify.annotations.NullMarked;
