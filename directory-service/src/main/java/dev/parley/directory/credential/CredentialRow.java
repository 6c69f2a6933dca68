package dev.parley.directory.credential;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "credential")
class CredentialRow {
    @EmbeddedId
    CredentialId id;

    String extension;
    String ha1;

    @Column(name = "ha1_sha256")
    String ha1Sha256;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected CredentialRow() {}

    CredentialRow(CredentialId id, String extension, Ha1 ha1) {
        this.id = id;
        this.extension = extension;
        this.ha1 = ha1.md5();
        this.ha1Sha256 = ha1.sha256();
    }
}
