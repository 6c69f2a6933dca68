package dev.parley.directory.extension;

import jakarta.persistence.Embeddable;

@Embeddable
record ExtensionId(String tenant, String number) {}
