package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;

/** Where calls are kept that shall outlive the process. Does not wait. */
public interface StoredCalls {
    void keep(Call call);

    void drop(String callId);
}
