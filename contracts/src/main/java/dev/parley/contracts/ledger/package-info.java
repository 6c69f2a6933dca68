/** What is left of calls and conferences when they are over: public, for billing and for whoever asks later. */
@NullMarked
package dev.parley.contracts.ledger;

import org.jspecify.annotations.NullMarked;
