/**
 * Lets in whoever has an API key or an issuer's token: Quarkus' authentication on one side, {@code dev.parley.access} on the other.
 * A service brings a {@code KeyRing}, sets {@code quarkus.http.auth.proactive=false}, and asks {@link dev.parley.access.http.CurrentGrant}.
 */
@NullMarked
package dev.parley.access.http;

import org.jspecify.annotations.NullMarked;
