package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.LegSettings;
import java.time.Duration;

/**
 * What the rules of a call need to know of the installation.
 *
 * @param contact our Contact value towards the edge
 * @param edgeKey proves to the edge that a request is ours; a secret
 * @param media how long media-adapter or conference-service may take to answer
 * @param ring how long a called party may ring
 * @param prompt how long an announcement may last
 * @param menu how long the prompt of a menu may last
 */
public record CallSettings(
        LegSettings leg,
        String contact,
        String edgeKey,
        Duration media,
        Duration ring,
        Duration prompt,
        Duration menu) {
    @Override
    public String toString() {
        return "CallSettings[leg=" + leg + ", contact=" + contact + "]";
    }
}
