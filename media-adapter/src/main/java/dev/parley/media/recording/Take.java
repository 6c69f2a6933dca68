package dev.parley.media.recording;

import java.net.InetAddress;

/** Something that is being recorded now. */
public interface Take {
    /** Where rtpengine sends to. */
    InetAddress host();

    int port();

    /** Ends it for this process alone: another goes on, or nobody wants it. */
    void suspend();
}
