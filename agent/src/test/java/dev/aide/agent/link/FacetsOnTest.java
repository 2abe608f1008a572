package dev.aide.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.SiteSpec.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacetsOnTest {
    @Test
    void what_was_woven_is_on_while_its_rule_is() throws Exception {
        assertThat(of("mode=warn", Position.ARGUMENT, "7")).isEqualTo("7");
        assertThat(of("rule.nulls=off", Position.ARGUMENT, "7")).isEqualTo("5");
        assertThat(of("rule.types.argument=off", Position.ARGUMENT, "7")).isEqualTo("6");
        assertThat(of("rule.arity.varargs=off", Position.ARGUMENT, "7")).isEqualTo("3");
        assertThat(of("rule.types.argument=off", Position.RESULT, "3")).isEqualTo("3");
        assertThat(of("rule.types.return=off", Position.RESULT, "3")).isEqualTo("2");
        assertThat(of("mode=off", Position.ARGUMENT, "7")).isEqualTo("0");
    }

    @Test
    void what_was_not_woven_is_not_on() throws Exception {
        assertThat(of("mode=enforce", Position.ARGUMENT, "1")).isEqualTo("1");
        assertThat(of("mode=enforce", Position.ARGUMENT, "0")).isEqualTo("0");
    }

    @Test
    void a_field_is_held_to_its_type_only() throws Exception {
        String field = "com/acme/Order.lines:Ljava/util/List<Ljava/lang/String;>;";

        assertThat(of("mode=warn", Position.FIELD, field)).isEqualTo("1");
        assertThat(of("rule.types.field=off", Position.FIELD, field)).isEqualTo("0");
        assertThat(of("rule.types.argument=off", Position.FIELD, field)).isEqualTo("1");
    }

    private static String of(String arguments, Position position, String subject) throws Exception {
        Settings settings = Settings.read("include=**;" + arguments, Rule.strictness());
        SiteSpec spec = new SiteSpec(position, "place", "()V", "()V", "", "", List.of(), false, subject);
        Facets facets = new FacetsOn(settings, "com/acme/Order", spec).of(0, settings.levels());
        return facets.toString();
    }
}
