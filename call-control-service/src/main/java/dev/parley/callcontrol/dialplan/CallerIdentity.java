package dev.parley.callcontrol.dialplan;

import java.util.Optional;

/**
 * How a caller is presented to one called party.
 *
 * @param name display name, where there is one
 * @param number what From shows unless it is withheld: E.164, or an extension
 * @param asserted the number that we vouch for towards a trunk (RFC 3325), one of the tenant's or of the trunk's; none:
 *     there is none, or the called party is a phone
 * @param withheld whether From is anonymous (RFC 3323)
 */
public record CallerIdentity(Optional<String> name, String number, Optional<String> asserted, boolean withheld) {}
