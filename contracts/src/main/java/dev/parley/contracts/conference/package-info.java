/** The public story of a conference, written by conference-service. */
@NullMarked
package dev.parley.contracts.conference;

import org.jspecify.annotations.NullMarked;
