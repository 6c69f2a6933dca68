package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Arrival;
import dev.parley.callcontrol.dialplan.ClirCode;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.sip.EdgePrivacy;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Screening;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Who may begin a call. Only the edge may, which knows callers and proves itself by the key that both share
 * ({@code X-Parley-Key}); so nobody gets past it.
 */
public final class Door {
    /** Whoever is answered so may be anybody, and what the INVITE says of itself may be a lie. */
    static final int NOT_THE_EDGE = 403;

    /** By the mark the edge tells that another instance may take the call; any other 503 is the call's own. */
    private static final Headers NOT_ADMITTED =
            Headers.NONE.with("Retry-After", "5").with("X-Parley-Admission", "refused");

    /**
     * What the door goes by.
     *
     * @param edgeKey a secret
     * @param maxPending so many INVITEs may wait for their answer at once
     */
    public record Rules(String edgeKey, int maxPending, Duration minimumSession, String host, int port) {
        @Override
        public String toString() {
            return "Rules[maxPending=" + maxPending + "]";
        }
    }

    /** What becomes of an INVITE. */
    sealed interface Verdict {
        record Welcome(Arrival arrival) implements Verdict {}

        record TurnedAway(SipResponse response) implements Verdict {}
    }

    private final Rules rules;
    private final DialPlan dialPlan;
    private final Supplier<LegId> ids;

    public Door(Rules rules, DialPlan dialPlan, Supplier<LegId> ids) {
        this.rules = rules;
        this.dialPlan = dialPlan;
        this.ids = ids;
    }

    Verdict open(SipRequest invite, boolean ready, int pending) {
        LegId leg = ids.get();
        if (!fromTheEdge(invite)) {
            return turnedAway(invite, NOT_THE_EDGE, leg);
        }
        if (!ready || pending >= rules.maxPending()) {
            return turnedAway(invite, 503, leg);
        }
        Optional<SipResponse> refused = Screening.refuse(invite, leg.value(), rules.minimumSession());
        if (refused.isPresent()) {
            return new Verdict.TurnedAway(refused.get());
        }
        Optional<TenantId> tenant = invite.headers()
                .first("X-Parley-Tenant")
                .filter(name -> !name.isBlank())
                .map(TenantId::new);
        Optional<String> dialled = NameAddress.user(invite.uri());
        boolean trunk = invite.headers()
                .first("X-Parley-Source")
                .map("trunk"::equalsIgnoreCase)
                .orElse(false);
        if (dialled.isEmpty() || (tenant.isEmpty() && !trunk)) {
            return turnedAway(invite, dialled.isEmpty() ? undialled(invite) : 403, leg);
        }
        TenantId presented = tenant.orElse(new TenantId("unknown"));
        return new Verdict.Welcome(
                trunk
                        ? fromOutside(invite, leg, presented, dialled.get())
                        : ofPhone(invite, leg, presented, dialled.get()));
    }

    private Arrival ofPhone(SipRequest invite, LegId leg, TenantId tenant, String dialled) {
        ClirCode code = ClirCode.read(dialled);
        Caller known = caller(invite, tenant, false);
        // A phone that asks for privacy by itself has it, whatever is dialled.
        boolean withheld = known.anonymous()
                || code.withholds().orElseGet(() -> dialPlan.presentation().withholds(tenant, known.number()));
        Caller caller = known.withholding(withheld);
        SipRequest marked = withheld ? EdgePrivacy.mark(invite) : invite;
        return arrival(marked, leg, caller, dialled, dialPlan.dialled(tenant, code.number(), caller));
    }

    private Arrival fromOutside(SipRequest invite, LegId leg, TenantId presented, String dialled) {
        Caller caller = caller(invite, presented, true);
        return arrival(invite, leg, caller, dialled, dialPlan.arrived(presented, dialled, caller));
    }

    private Arrival arrival(SipRequest invite, LegId leg, Caller caller, String dialled, Destination destination) {
        String language = dialPlan.directory().language(destination.tenant());
        return new Arrival(invite, leg, ids.get(), contact(invite.overTcp()), caller, dialled, language, destination);
    }

    private Caller caller(SipRequest invite, TenantId tenant, boolean trunk) {
        NameAddress from = invite.from();
        String number = invite.headers()
                .first("X-Parley-Caller")
                .or(() -> NameAddress.user(from.uri()))
                .orElse(Caller.ANONYMOUS);
        Optional<String> name = trunk
                ? from.display()
                : dialPlan.directory().name(tenant, number).or(from::display);
        return new Caller(
                trunk ? Origin.TRUNK : Origin.PHONE,
                number,
                name.filter(text -> !text.isBlank()),
                invite.headers().first("X-Parley-Trunk").filter(_ -> trunk),
                invite.headers().first("X-Parley-Address").filter(text -> !text.isBlank()),
                Optional.of(EdgePrivacy.isWithheld(invite)));
    }

    String contact(boolean tcp) {
        return "<sip:" + rules.host() + ":" + rules.port() + (tcp ? ";transport=tcp" : "") + ">";
    }

    /** A URI of another kind (RFC 3261 §8.2.2.1), or one that names nobody (§21.4.22). */
    private static int undialled(SipRequest invite) {
        boolean ours = Stream.of("sip:", "sips:", "tel:")
                .anyMatch(scheme -> invite.uri().toLowerCase(Locale.ROOT).startsWith(scheme));
        return ours ? 484 : 416;
    }

    Duration minimumSession() {
        return rules.minimumSession();
    }

    private boolean fromTheEdge(SipRequest invite) {
        byte[] shown = invite.headers().first("X-Parley-Key").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(shown, rules.edgeKey().getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict turnedAway(SipRequest invite, int status, LegId leg) {
        Headers more = status == 503 ? NOT_ADMITTED : Headers.NONE;
        return new Verdict.TurnedAway(Replies.to(invite, status, leg.value(), more));
    }
}
