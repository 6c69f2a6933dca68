package dev.parley.directory.extension;

import dev.parley.contracts.directory.ConferenceOptions;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is set for a conference extension. Columns that no reader knows yet keep their defaults. */
@Entity
@Table(name = "conference_settings")
class ConferenceSettingsRow {
    @EmbeddedId
    ExtensionId id;

    @Column(name = "pin_hash")
    @Nullable
    String pinHash;

    @Column(name = "moderator_pin_hash")
    @Nullable
    String moderatorPinHash;

    @Column(name = "max_members")
    int maxMembers;

    boolean dynamic;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected ConferenceSettingsRow() {}

    ConferenceSettingsRow(ExtensionId id, ConferenceOptions options) {
        this.id = id;
        pinHash = options.pinHash().orElse(null);
        moderatorPinHash = options.moderatorPinHash().orElse(null);
        maxMembers = options.maxMembers();
        dynamic = options.dynamic();
    }

    ConferenceOptions toOptions() {
        return new ConferenceOptions(
                Optional.ofNullable(pinHash), Optional.ofNullable(moderatorPinHash), maxMembers, dynamic);
    }
}
