package dev.parley.systemtests;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.World;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code helm test}: two telephones call a conference and have to hear each other. Told by the environment, and by
 * nothing else of the cluster but the SIP edge: {@code PARLEY_TEST_EDGE} (host:port), {@code PARLEY_TEST_ROOM}, and for
 * other telephones than 801 and 802 of the demo world {@code PARLEY_TEST_DOMAIN}, {@code PARLEY_TEST_USER_1} and so on.
 */
public final class ClusterCall {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private ClusterCall() {}

    /** Ends with 0 when they hear each other, else with 1. */
    public static void main(String[] arguments) throws UnknownHostException {
        Map<String, String> environment = System.getenv();
        String[] edge =
                environment.getOrDefault("PARLEY_TEST_EDGE", "127.0.0.1:5060").split(":", 2);
        String room = environment.getOrDefault("PARLEY_TEST_ROOM", "910");
        World.Sip sip = new World.Sip(InetAddress.getByName(edge[0]).getHostAddress(), Integer.parseInt(edge[1]));
        System.exit(isHeard(sip, room, accounts(environment)) ? 0 : 1);
    }

    private static List<Account> accounts(Map<String, String> environment) {
        String domain = environment.getOrDefault("PARLEY_TEST_DOMAIN", "demo.parley.test");
        List<Account> accounts = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            String user = environment.getOrDefault("PARLEY_TEST_USER_" + number, "80" + number);
            accounts.add(new Account(
                    user, domain, environment.getOrDefault("PARLEY_TEST_PASSWORD_" + number, "parley-demo-" + user)));
        }
        return accounts;
    }

    private static boolean isHeard(World.Sip sip, String room, List<Account> accounts) {
        Narrator narrator = new Narrator();
        narrator.title("A call to " + room + " by " + sip.host() + ":" + sip.port());
        try (TestPhones phones = new TestPhones(World.nothingBut(sip))) {
            List<Call> calls = new ArrayList<>();
            for (Account account : accounts) {
                Call call = phones.phone(account).registers().calls(room).awaitAnswered();
                narrator.isIn(call);
                calls.add(call);
            }
            HearingMatrix matrix = HearingMatrix.settled(PATIENCE, calls, (listener, speaker) -> true);
            narrator.hearing("Who hears whom, in dB of what was said", matrix);
            matrix.faults().forEach(narrator::line);
            calls.forEach(Call::hangsUp);
            return matrix.faults().isEmpty();
        } catch (CallFailed e) {
            narrator.line(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
