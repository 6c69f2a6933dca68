package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.call.Caller;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a call has come to where it is.
 *
 * @param caller the caller's number; {@link Caller#ANONYMOUS} where it is withheld, so that no rule goes by it
 * @param account the extension that began it, and on whose account it goes outside; none for a caller from outside
 * @param hops the extensions that have sent it on, without anybody's doing
 */
public record Trail(String caller, Optional<String> account, List<Hop> hops) {
    /** A call that has been sent on more often than this is not sent on again. */
    private static final int MOST = 5;

    /** One extension that has sent the call on. */
    public record Hop(String extension, Condition why) {}

    public Trail {
        hops = List.copyOf(hops);
    }

    /** A call that is where its caller wanted it to go. */
    public static Trail of(Caller caller) {
        return switch (caller.origin()) {
            case PHONE -> new Trail(caller.shownNumber(), Optional.of(caller.number()), List.of());
            case TRUNK -> ofOutside(caller);
        };
    }

    /** A call that goes on nobody's account. */
    static Trail ofOutside(Caller caller) {
        return new Trail(caller.shownNumber(), Optional.empty(), List.of());
    }

    /** The caller has chosen anew, at this extension; where the call was before is no loop any more. */
    public Trail chosenAt(String extension) {
        return new Trail(caller, Optional.of(extension), List.of());
    }

    Trail via(String extension, Condition why) {
        return new Trail(
                caller,
                account,
                Stream.concat(hops.stream(), Stream.of(new Hop(extension, why))).toList());
    }

    boolean leadsTo(String number) {
        return hops.size() <= MOST
                && hops.stream().noneMatch(hop -> hop.extension().equals(number));
    }

    /** Whoever sent the call outside pays for it: the last that sent it on, else the one that began it. */
    Optional<String> payer() {
        return last().map(Hop::extension).or(() -> account);
    }

    public Optional<Hop> last() {
        return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
    }
}
