package dev.parley.directory.trunk;

import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.id.TenantId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "trunk")
class TrunkRow {
    @Id
    String name;

    @Nullable
    String tenant;

    String host;
    int port;
    String transport;

    @Column(name = "source_address")
    String sourceAddress;

    @Column(name = "source_port")
    @Nullable
    Integer sourcePort;

    @Column(name = "answer_supervision")
    boolean answerSupervision;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trunk_prefix", joinColumns = @JoinColumn(name = "trunk"))
    @Column(name = "prefix")
    Set<String> prefixes;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected TrunkRow() {}

    TrunkRow(Trunk trunk) {
        TrunkEntry entry = trunk.entry();
        name = entry.name();
        tenant = entry.tenant().map(TenantId::value).orElse(null);
        host = trunk.gateway().host();
        port = trunk.gateway().port();
        transport = trunk.gateway().transport();
        sourceAddress = trunk.source().address();
        sourcePort = trunk.source().port() == 0 ? null : trunk.source().port();
        answerSupervision = entry.answerSupervision();
        prefixes = new HashSet<>(entry.prefixes());
    }

    TrunkEntry toEntry() {
        List<String> sorted = prefixes.stream().sorted().toList();
        return new TrunkEntry(name, Optional.ofNullable(tenant).map(TenantId::new), sorted, answerSupervision);
    }
}
