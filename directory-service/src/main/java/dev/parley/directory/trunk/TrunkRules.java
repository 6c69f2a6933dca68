package dev.parley.directory.trunk;

import dev.parley.access.net.InternalAddress;
import dev.parley.directory.rule.Violation;
import dev.parley.directory.trunk.Trunk.NumberFormat;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What makes a trunk right or wrong, beyond its fields each by itself. Pure. */
final class TrunkRules {
    private static final String SOURCE = "/source_address";
    private static final String INSIDE = "internal_address";

    private TrunkRules() {}

    /**
     * What is wrong with it.
     *
     * @param ofTenant whether it is a tenant's, and not the operator's
     * @param allowed what tenants' trunks may lead to
     */
    static List<Violation> check(Trunk trunk, boolean ofTenant, TrunkConfig allowed) {
        List<Violation> violations = new ArrayList<>();
        if (ofTenant && !allowed.allowInternal() && InternalAddress.isInternalHost(trunk.host())) {
            violations.add(new Violation(
                    "/host",
                    INSIDE,
                    "Expected a host on the Internet: a private, local or loopback one cannot be called"));
        }
        Optional<InetAddress> source = InternalAddress.literal(trunk.sourceAddress());
        if (source.isEmpty()) {
            violations.add(new Violation(SOURCE, "wrong_form", "'source_address' must be an IPv4 or IPv6 address"));
        }
        if (ofTenant
                && trunk.sourceConfirmed()
                && source.filter(address -> isReserved(address, allowed)).isPresent()) {
            violations.add(new Violation(
                    SOURCE, INSIDE, trunk.sourceAddress() + " is an inside address, which is no tenant's"));
        }
        numbers(violations, trunk);
        return violations;
    }

    private static boolean isReserved(InetAddress address, TrunkConfig allowed) {
        return address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (!allowed.allowInternalSources() && InternalAddress.isInternal(address));
    }

    private static void numbers(List<Violation> violations, Trunk trunk) {
        if (trunk.numberFormat() != NumberFormat.NATIONAL) {
            return;
        }
        if (trunk.countryCode() == null) {
            violations.add(new Violation(
                    "/country_code", "required", "Expected a 'country_code', since numbers are written nationally"));
        }
        if (trunk.internationalPrefix().equals(trunk.nationalPrefix())) {
            violations.add(new Violation(
                    "/international_prefix",
                    "contradiction",
                    "Expected the 'international_prefix' to be another than the 'national_prefix'"));
        }
    }
}
