/**
 * One SIP leg: what each message, order and timer does to it. Pure; imports {@code sip} and the shared message records,
 * never a library, a clock or a random number.
 */
@NullMarked
package dev.parley.callcontrol.leg;

import org.jspecify.annotations.NullMarked;
