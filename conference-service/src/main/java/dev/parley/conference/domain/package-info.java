/**
 * The rules of a conference, pure: {@code decide(state, command, facts)} and {@code evolve(state, event)}.
 *
 * <p>Imports only {@code java.lang}, {@code java.util}, {@code java.time}, JSpecify and the shared identities of the
 * contracts. No clock, no chance, no I/O: what the world knows comes in as {@link dev.parley.conference.domain.Facts}.
 */
@NullMarked
package dev.parley.conference.domain;

import org.jspecify.annotations.NullMarked;
