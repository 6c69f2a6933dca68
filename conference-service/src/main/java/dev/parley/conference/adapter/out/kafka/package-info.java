/** Events and effects become messages of the contracts, and are sent. */
@NullMarked
package dev.parley.conference.adapter.out.kafka;

import org.jspecify.annotations.NullMarked;
