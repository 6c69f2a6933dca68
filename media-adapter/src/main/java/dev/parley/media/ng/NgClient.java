package dev.parley.media.ng;

/** Sends a command and waits for its reply; called from virtual threads. */
@FunctionalInterface
public interface NgClient {

    NgReply send(NgRequest request);
}
