/** What the services say to each other: topics, message families and how they are written down. No behaviour. */
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
