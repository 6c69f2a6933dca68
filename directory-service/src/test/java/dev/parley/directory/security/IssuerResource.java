package dev.parley.directory.security;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An issuer of tokens as OpenID Connect Discovery describes it, with one key. */
public final class IssuerResource implements QuarkusTestResourceLifecycleManager {
    private static final String KEY_ID = "key-1";
    private static final KeyPair KEYS = keys();

    private static volatile String issuer = "";
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        serve("/.well-known/openid-configuration", """
                {"issuer": "%s", "jwks_uri": "%s/keys", "token_endpoint": "%s/token"}""".formatted(issuer, issuer, issuer));
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        serve("/keys", """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}""".formatted(
                        KEY_ID,
                        base64(key.getModulus().toByteArray()),
                        base64(key.getPublicExponent().toByteArray())));
        server.start();
        return Map.of("quarkus.oidc.auth-server-url", issuer);
    }

    /** A token of this issuer, good for five minutes. */
    public static String token(String user, Set<String> roles, Map<String, Object> claims) {
        return token(user, roles, claims, KEYS);
    }

    /** A token that claims to be of this issuer. */
    public static String forged(String user, Set<String> roles, Map<String, Object> claims) {
        return token(user, roles, claims, keys());
    }

    private static String token(String user, Set<String> roles, Map<String, Object> claims, KeyPair signer) {
        var builder = Jwt.issuer(issuer).subject(user).upn(user).groups(roles).expiresIn(300);
        claims.forEach(builder::claim);
        return builder.jws().keyId(KEY_ID).sign(signer.getPrivate());
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    private static String base64(byte[] number) {
        int from = number[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(number, from, number.length));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
