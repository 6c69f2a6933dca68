/** conference-service. */
@NullMarked
package dev.parley.conference;

import org.jspecify.annotations.NullMarked;
