package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenFieldTest {
    @Test
    void a_field_survives_its_words() {
        String signature = "Ljava/util/Map<Ljava/lang/String;Lcom/acme/Order<TT;>.Line;>;";
        String subject = new WrittenField("com/acme/Order$Part", "lines", signature).subject();

        WrittenField field = WrittenField.of(site(subject));

        assertThat(field.name()).isEqualTo("lines");
        assertThat(field.qualifiedName()).isEqualTo("com.acme.Order$Part.lines");
        assertThat(field.type().simple()).isEqualTo("Map<String, Order.Line>");
    }

    private static SiteSpec site(String subject) {
        return new SiteSpec(SiteSpec.Position.FIELD, "set", "()V", "()V", "", "", List.of(), false, subject);
    }
}
