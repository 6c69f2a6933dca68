package dev.parley.directory.http;

import static dev.parley.directory.http.Api.DEMO;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.operator;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not right is refused by the name of its field, and changes nothing. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class RefusingTest {
    private String before = "";

    @BeforeEach
    void look() {
        before = everything();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        return get(DEMO + "/configuration").then().statusCode(200).extract().asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                    | /type                     | invalid_value",
                "{'type':'fax'}                                                        | /type                     | invalid_value",
                "{'type':'conference','max_members':0}                                 | /max_members              | out_of_range",
                "{'type':'conference','max_members':10001}                             | /max_members              | out_of_range",
                "{'type':'conference','max_members':'7'}                               | /max_members              | invalid_type",
                "{'type':'conference','max_members':7.5}                               | /max_members              | invalid_type",
                "{'type':'conference','max_members':99999999999}                       | /max_members              | invalid_type",
                "{'type':'conference','dynamic':'yes'}                                 | /dynamic                  | invalid_type",
                "{'type':'conference','name':5}                                        | /name                     | invalid_type",
                "{'type':'conference','name':''}                                       | /name                     | wrong_size",
                "{'type':'conference','name':'a\\u0007b'}                            | /name                     | wrong_form",
                "{'type':'conference','name':'a\\u0000b'}                            | /name                     | invalid_character",
                "{'type':'conference','name':'a\\ud800b'}                            | /name                     | invalid_character",
                "{'type':'conference','end_policy':'never'}                            | /end_policy               | invalid_value",
                "{'type':'conference','colour':'red'}                                  | /colour                   | unknown_field",
                "{'type':'conference','pin':1234}                                      | /pin                      | invalid_type",
                "{'type':'conference','pin':'12ab'}                                    | /pin                      | wrong_form",
                "{'type':'conference','pin':'٢٥٨٠'}                                    | /pin                      | wrong_form",
                "{'type':'conference','pin':'12345678901234567'}                       | /pin                      | wrong_form",
                "{'type':'conference','pin':'1111'}                                    | /pin                      | weak_pin",
                "{'type':'conference','moderator_pin':'8642'}                          | /moderator_pin            | moderator_pin_needs_pin",
                "{'type':'conference','pin':'8642','moderator_pin':'8642'}             | /moderator_pin            | same_pin",
                "{'type':'conference','dynamic':true}                                  | /dynamic                  | dynamic_needs_pins",
                "{'type':'conference','has_pin':true}                                  | /pin                      | secret_missing",
                "{'type':'conference','has_pin':1}                                     | /has_pin                  | invalid_type",
                "{'type':'conference','has_pin':false,'pin':'2580'}                    | /pin                      | contradiction",
                "{'type':'conference','key_map':'nobodys'}                             | /key_map                  | not_found",
                "{'type':'conference','extension':'941'}                               | /extension                | fixed",
                "{'type':'phone','pin':'2580'}                                         | /pin                      | unknown_field",
                "{'type':'phone','forwarding':{}}                                      | /forwarding               | invalid_type",
                "{'type':'phone','forwarding':[null]}                                  | /forwarding/0             | required",
                "{'type':'phone','forwarding':[{'when':'always'}]}                     | /forwarding/0/destination | required",
                "{'type':'phone','forwarding':[{'when':'never','destination':'910'}]}  | /forwarding/0/when        | invalid_value",
                "{'type':'phone','forwarding':[{'when':'busy','destination':'999'}]}   | /forwarding/0/destination | not_found",
                "{'type':'phone','forwarding':[{'when':'busy','destination':'x'}]}     | /forwarding/0/destination | wrong_form",
                "{'type':'phone','forwarding':[{'when':'busy','destination':'910','ring_seconds':0}]} | /forwarding/0/ring_seconds | out_of_range",
                "{'type':'phone','forwarding':[{'when':'busy','destination':'910','callers':[null]}]} | /forwarding/0/callers/0 | required",
                "{'type':'phone','forwarding':[{'when':'busy','destination':'910','callers':['nobody']}]} | /forwarding/0/callers/0 | wrong_form",
                "{'type':'phone','class_of_service':'nobodys'}                         | /class_of_service         | not_found",
                "{'type':'phone','presented_number':'+4930666'}                        | /presented_number         | not_found",
                "{'type':'phone','presented_number':'801'}                             | /presented_number         | wrong_form",
                "{'type':'phone','withhold_number':'yes'}                              | /withhold_number          | invalid_type",
                "{'type':'phone','forwarding':[{'when':'always','destination':'940'}]} | /forwarding/0/destination | circle",
                "{'type':'ivr'}                                                        | /menu                     | required",
                "{'type':'ivr','menu':{'choices':{'1':'910'}}}                         | /menu/prompt              | required",
                "{'type':'ivr','menu':{'prompt':'menu','choices':{'10':'910'}}}        | /menu/choices/10          | wrong_form",
                "{'type':'ivr','menu':{'prompt':'menu','choices':{'1':'999'}}}         | /menu/choices/1           | not_found",
                "{'type':'ivr','menu':{'prompt':'../x','choices':{}}}                  | /menu/prompt              | wrong_form",
                "{'type':'ivr','menu':{'prompt':'menu','otherwise':'940'}}             | /menu/otherwise           | circle",
            })
    void anExtensionThatIsNotRightIsRefusedByTheNameOfItsField(String document, String pointer, String code) {
        refused(DEMO + "/extensions/940", document, pointer, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/credentials/x   | {'extension':'801'}                               | /password       | required",
                "/credentials/x   | {'extension':'801','password':'short'}            | /password       | wrong_size",
                "/credentials/x   | {'extension':'910','password':'long enough'}      | /extension      | wrong_type",
                "/credentials/x   | {'extension':'999','password':'long enough'}      | /extension      | not_found",
                "/credentials/a%20b | {'extension':'801','password':'long enough'}    | /username       | wrong_form",
                "/numbers/+4911   | {'destination':'999'}                             | /destination    | not_found",
                "/numbers/4911    | {'destination':'910'}                             | /number         | wrong_form",
                "/numbers/+4911   | {'destination':'910','callback':{'manner':'hum'}} | /callback/manner | invalid_value",
                "/numbers/+4911   | {'destination':'910','callback':{'delay_seconds':-1}} | /callback/delay_seconds | out_of_range",
                "/trunks/x        | {'host':'h'}                                      | /source_address | required",
                "/trunks/x        | {'host':'h','source_address':'300.1.1.1'}         | /source_address | wrong_form",
                "/trunks/x        | {'host':'a b','source_address':'192.0.2.1'}       | /host           | wrong_form",
                "/trunks/x        | {'host':'h.example','source_address':'192.0.2.1','port':65536} | /port      | out_of_range",
                "/trunks/x        | {'host':'h','source_address':'192.0.2.1','transport':'ipx'} | /transport | invalid_value",
                "/trunks/x        | {'host':'h.example','source_address':'192.0.2.1','presented_number':'+4930666'} | /presented_number | not_found",
                "/trunks/x        | {'host':'h.example','source_address':'192.0.2.1','presented_number':'030'} | /presented_number | wrong_form",
                "/classes-of-service/x | {'prefixes':['49x']}                         | /prefixes/0     | wrong_form",
                "/classes-of-service/x | {'concurrent_calls':-1}                      | /concurrent_calls | out_of_range",
                "/key-maps/pairs  | {'keys':{}}                                       | /name           | reserved",
                "/key-maps/x      | {'keys':{'*94':'LOCK'}}                           | /keys/*94       | wrong_form",
                "/key-maps/x      | {'keys':{'*4':'fly','*94':'lock'}}                | /keys/*4        | invalid_value",
                "/quotas          | {'conferences':-1}                                | /conferences    | out_of_range",
                "/quotas          | {'class_of_service':'nobodys'}                    | /class_of_service | not_found",
                "/pin-policy      | {'min_length':17}                                 | /min_length     | out_of_range",
            })
    void anyOtherDocumentToo(String path, String document, String pointer, String code) {
        refused(DEMO + path, document, pointer, code);
    }

    private static void refused(String path, String document, String pointer, String code) {
        operator()
                .contentType(ContentType.JSON)
                .body(document.replace('\'', '"'))
                .put(path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(code));
    }

    @Test
    void allUnknownFieldsAreNamedAtOnce() {
        put(DEMO + "/extensions/940", Map.of("type", "phone", "colour", "red", "shape", "round"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/colour"))
                .body("errors.pointer", hasItem("/shape"));
    }

    @ParameterizedTest
    @MethodSource("noDocuments")
    void whatIsNoDocumentIsRefused(byte[] body, int status) {
        HttpResponse<String> answer = Api.send("PUT", DEMO + "/extensions/940", "application/json", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    static Stream<Arguments> noDocuments() {
        return Stream.of(
                arguments("{\"type\":\"phone\",\"type\":\"ivr\"}".getBytes(UTF_8), 400),
                arguments("{\"type\":\"phone\"} {}".getBytes(UTF_8), 400),
                arguments("[]".getBytes(UTF_8), 422),
                arguments("null".getBytes(UTF_8), 422),
                arguments("".getBytes(UTF_8), 400),
                arguments("[".repeat(100_000).getBytes(UTF_8), 400),
                arguments(new byte[] {'"', (byte) 0xff, '"'}, 400),
                arguments(" ".repeat((1 << 20) + 1).getBytes(UTF_8), 413),
                arguments(" ".repeat(10 << 20).getBytes(UTF_8), 413));
    }

    @Test
    void whatIsThereButOnceInTheWorldIsTaken() {
        put("/v1/tenants/acme/numbers/+4930900910", Map.of("destination", "910"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/number"));
        put(DEMO + "/trunks/pstn", Map.of("host", "h.example", "source_address", "192.0.2.9"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/name"));
        put("/v1/trunks/mine", Map.of("host", "h", "source_address", "127.0.0.1", "source_port", 5090))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/source_address"));
        put("/v1/tenants/another", Map.of("domain", "demo.parley.test"))
                .then()
                .statusCode(409)
                .body("errors[0].pointer", equalTo("/domain"));
    }

    @Test
    void whatIsFixedStays() {
        put(DEMO + "/extensions/910", Map.of("type", "phone"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/type"));
        patch("/v1/tenants/demo", Map.of("domain", "other.parley.test"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/domain"));
        patch(DEMO + "/extensions/802", Map.of("extension", "803"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("fixed"));
    }

    @Test
    void circlesOverSeveralDocumentsAreFound() {
        patch(DEMO + "/extensions/700", Map.of("menu", Map.of("otherwise", "805")))
                .then()
                .statusCode(200);
        put(
                        DEMO + "/extensions/805",
                        Map.of("type", "phone", "forwarding", List.of(Map.of("when", "always", "destination", "700"))))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/forwarding/0/destination"))
                .body("errors[0].detail", equalTo("Calls would go in a circle: 805 → 700 → 805"));
        Map<String, Object> none = new HashMap<>();
        none.put("otherwise", null);
        patch(DEMO + "/extensions/700", Map.of("menu", none)).then().statusCode(200);
    }
}
