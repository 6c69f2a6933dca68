/** Conferences over HTTP: to look at, to change, to follow. */
@NullMarked
package dev.parley.conference.adapter.in.rest;

import org.jspecify.annotations.NullMarked;
