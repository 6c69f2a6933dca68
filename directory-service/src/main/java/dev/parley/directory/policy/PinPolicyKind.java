package dev.parley.directory.policy;

import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.PinPolicies;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.PinRules;
import jakarta.enterprise.context.ApplicationScoped;

/** One policy for each tenant. */
@ApplicationScoped
public class PinPolicyKind implements Kind<PinPolicy>, PinPolicies {
    public static final String COLLECTION = "pin-policy";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a PIN policy";
    }

    @Override
    public Class<PinPolicy> type() {
        return PinPolicy.class;
    }

    @Override
    public String nameField() {
        return "";
    }

    @Override
    public boolean single() {
        return true;
    }

    @Override
    public PinRules of(World tenant) {
        return tenant.find(this, ResourceId.ONLY).map(PinPolicy::toRules).orElse(PinRules.DEFAULT);
    }
}
