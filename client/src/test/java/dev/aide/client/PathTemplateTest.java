package dev.aide.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class PathTemplateTest {
    private static final HttpUrl BASE = PathTemplate.base("https://api.example.com/v2/?x=1#y");

    @Test
    void goes_after_the_path_of_the_base() {
        assertThat(new PathTemplate("users").resolve(BASE, Map.of())).hasToString("https://api.example.com/v2/users");
        assertThat(new PathTemplate("/users").resolve(BASE, Map.of())).hasToString("https://api.example.com/v2/users");
        assertThat(new PathTemplate("").resolve(BASE, Map.of())).hasToString("https://api.example.com/v2/");
    }

    @Test
    void may_bring_a_query() {
        assertThat(new PathTemplate("/users?a=b%20c").resolve(BASE, Map.of()))
                .hasToString("https://api.example.com/v2/users?a=b%20c");
        assertThat(new PathTemplate("/").resolve(HttpUrl.get("http://a.example/v2"), Map.of()))
                .hasToString("http://a.example/v2/");
    }

    @Test
    void a_value_stays_one_segment() {
        assertThat(new PathTemplate("/files/{name}").resolve(BASE, Map.of("name", "../a/b?c=d#e%2F ü~*+")))
                .hasToString("https://api.example.com/v2/files/..%2Fa%2Fb%3Fc%3Dd%23e%252F%20%C3%BC~%2A%2B");
    }

    @Test
    void takes_a_value_twice_and_leaves_other_braces_alone() {
        assertThat(new PathTemplate("/{a}/b-{a}{c}").resolve(BASE, Map.of("a", "x-1", "c", "y")))
                .hasToString("https://api.example.com/v2/x-1/b-x-1y");
        assertThat(new PathTemplate("/{a/{a}/}").resolve(BASE, Map.of("a", "x")))
                .hasToString("https://api.example.com/v2/%7Ba/x/%7D");
    }

    @Test
    void wants_a_value_for_each_name_and_a_place_for_each_value() {
        assertThatThrownBy(() -> new PathTemplate("/{a}/{b}").resolve(BASE, Map.of("a", "x")))
                .hasMessage("path /{a}/{b} has no value for {b}: call path(\"b\").is(…) before sending");
        assertThatThrownBy(() -> new PathTemplate("/{a}").resolve(BASE, Map.of("a", "x", "c", "y")))
                .hasMessage("path /{a} has no place for [c]");
    }

    @Test
    void a_full_address_needs_no_base() {
        assertThat(new PathTemplate("http://other.example/{x}").resolve(null, Map.of("x", "1")))
                .hasToString("http://other.example/1");
    }

    @Test
    void what_is_no_address_is_refused() {
        assertThatThrownBy(() -> new PathTemplate("http://").resolve(BASE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an address: \"http://\"");
    }
}
