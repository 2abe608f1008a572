package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTypesTest {
    private final RawTypes raw = new RawTypes(name -> name.equals("java.util.List") || name.equals("java.util.Map"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "Ljava/util/List; | java.util.List",
                "[[Ljava/util/Map; | java.util.Map",
                "Ljava/util/Map<Ljava/lang/String;Ljava/util/List;>; | java.util.List",
                "Ljava/util/List<+Ljava/util/List;>; | java.util.List",
                "Ljava/util/List<[Ljava/util/List;>; | java.util.List",
                "Ljava/util/List<Ljava/lang/String;>; | none",
                "Ljava/util/List<*>; | none",
                "Ljava/lang/String; | none",
                "TT; | none",
                "[I | none",
                "V | none",
                "Lcom/acme/Unknown; | none",
            })
    void the_first_raw_type_is_named(String signature, String expected) {
        assertThat(raw.in(JavaType.parse(signature))).isEqualTo(expected);
    }
}
