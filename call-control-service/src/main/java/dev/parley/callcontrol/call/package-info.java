/**
 * What legs make up: a caller in a conference, two parties of a call, a caller who is told why not. Pure, like
 * {@code leg}.
 */
@NullMarked
package dev.parley.callcontrol.call;

import org.jspecify.annotations.NullMarked;
