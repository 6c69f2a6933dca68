package dev.parley.directory.trunk;

import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;

/**
 * A trunk with what only the SIP edge needs to know of it.
 *
 * @param gateway where its calls go
 * @param source where its calls come from
 */
public record Trunk(TrunkEntry entry, Gateway gateway, Source source) {
    /**
     * Where calls go.
     *
     * @param transport {@code udp}, {@code tcp} or {@code tls}
     */
    public record Gateway(String host, int port, String transport) {}

    /**
     * Where calls come from; nobody else is the trunk.
     *
     * @param port 0 for any, as connections over TCP have
     */
    public record Source(String address, int port) {}
}
