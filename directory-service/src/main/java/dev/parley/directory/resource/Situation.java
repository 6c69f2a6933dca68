package dev.parley.directory.resource;

import dev.parley.directory.rule.PinRules;
import java.util.Map;
import java.util.Optional;

/**
 * What a document is checked against.
 *
 * @param before the document that it replaces
 * @param secrets those that it will have, sealed
 * @param pins what the tenant asks of PINs
 * @param operator whether the operator of the installation asks
 */
public record Situation<T>(
        ResourceId id, Optional<T> before, Map<String, String> secrets, PinRules pins, World world, boolean operator) {}
