package dev.parley.directory.credential;

import jakarta.persistence.Embeddable;

@Embeddable
record CredentialId(String tenant, String username) {}
