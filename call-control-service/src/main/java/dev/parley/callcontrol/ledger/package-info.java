/** The record of each leg, read off what a call does; pure. */
@NullMarked
package dev.parley.callcontrol.ledger;

import org.jspecify.annotations.NullMarked;
