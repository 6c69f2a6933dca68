package dev.parley.access.http;

import dev.parley.access.KeyText;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody came with an API key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
    private final KeyText key;

    ApiKeyRequest(KeyText key) {
        this.key = key;
    }

    KeyText key() {
        return key;
    }
}
