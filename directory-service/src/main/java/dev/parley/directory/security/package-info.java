/** Who may do what in the directory, and the API keys that say so. How a key is read and held against its hash is in {@code dev.parley.access}. */
@NullMarked
package dev.parley.directory.security;

import org.jspecify.annotations.NullMarked;
