package dev.parley.callcontrol.switchboard;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;

/** What a switchboard is connected to, SIP aside. */
public record Wires(Outbox outbox, StoredCalls stored, ScheduledExecutorService clock, InstantSource time) {}
