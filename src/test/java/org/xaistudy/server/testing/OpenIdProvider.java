package org.xaistudy.server.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** An institution that vouches for whomever the test says, by OpenID Connect. */
public final class OpenIdProvider implements QuarkusTestResourceLifecycleManager {
  private static final String KEY = "key";
  private static final String CLIENT = "the-study-server";
  private static final String SECRET = "a secret of at least thirty-two characters";
  private static final AtomicReference<Person> PERSON =
      new AtomicReference<>(new Person("", Set.of()));
  private HttpServer server;
  private KeyPair keys;

  private record Person(String name, Set<String> roles) {}

  /** Who logs in from now on. */
  public static void vouchFor(String name, String... roles) {
    PERSON.set(new Person(name, Set.of(roles)));
  }

  @Override
  public Map<String, String> start() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has RSA", e);
    }
    server.createContext("/.well-known/openid-configuration", e -> json(e, configuration()));
    server.createContext("/keys", e -> json(e, keySet()));
    server.createContext("/authorize", OpenIdProvider::sendBack);
    server.createContext("/token", e -> json(e, tokens()));
    server.start();
    return Map.of(
        "xaistudy.oidc.enabled",
        "true",
        "xaistudy.oidc.name",
        "Example University",
        "xaistudy.oidc.url",
        address(),
        "xaistudy.oidc.client-id",
        CLIENT,
        "xaistudy.oidc.secret",
        SECRET);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private String configuration() {
    return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys"}"""
        .formatted(address());
  }

  private String keySet() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return """
        {"keys": [{"kty": "RSA", "alg": "RS256", "use": "sig", "kid": "%s", "n": "%s", "e": "%s"}]}"""
        .formatted(KEY, encoded(key.getModulus()), encoded(key.getPublicExponent()));
  }

  private static String encoded(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0; // no sign
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** The person needs no password here. */
  private static void sendBack(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    boolean proven = asked.containsKey("code_challenge") && CLIENT.equals(asked.get("client_id"));
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri")
                + (proven ? "?code=xyz" : "?error=invalid_request")
                + "&state="
                + asked.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private String tokens() {
    Person person = PERSON.get();
    String idToken =
        Jwt.issuer(address())
            .audience(CLIENT)
            .subject("1")
            .claim("preferred_username", person.name())
            .claim("roles", person.roles())
            .expiresIn(300)
            .jws()
            .keyId(KEY)
            .sign(keys.getPrivate());
    return """
        {"id_token": "%s", "access_token": "opaque", "token_type": "Bearer", "expires_in": 300}"""
        .formatted(idToken);
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
