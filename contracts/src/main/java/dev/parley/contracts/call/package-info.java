/** Spoken by and to call-control-service, the owner of SIP legs. */
@NullMarked
package dev.parley.contracts.call;

import org.jspecify.annotations.NullMarked;
