/** The forms of SIP and SDP that telephones and carriers use; the rows of docs/interoperability.md. */
@NullMarked
package dev.parley.systemtests.interoperability;

import org.jspecify.annotations.NullMarked;
