package dev.parley.callcontrol.config;

import io.smallrye.config.ConfigMapping;

/** The secret that this service and the SIP edge share. */
@ConfigMapping(prefix = "parley.sip")
public interface SipKeyConfig {
    /**
     * Proves to each that a request is the other's ({@code X-Parley-Key}); anything else is refused with 403. Any text
     * of letters and digits, the same at both ends. No default.
     */
    String key();
}
