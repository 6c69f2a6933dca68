package dev.parley.directory.resource;

import dev.parley.directory.rule.PinRules;

/** What tenants ask of PINs. */
public interface PinPolicies {
    PinRules of(World tenant);
}
