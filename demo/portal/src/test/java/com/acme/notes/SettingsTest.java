package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Properties properties = new Properties();

    @Test
    void without_any_it_is_one_node_on_sqlite() {
        assertThat(Settings.of(properties, Map.of()))
                .isEqualTo(new Settings(
                        8080, Path.of("notes-data"), ZoneId.of("UTC"), "jdbc:sqlite:notes-data/notes.db", 1));
    }

    @Test
    void variables_are_taken_where_there_is_no_property() {
        properties.setProperty("notes.port", "9090");
        properties.setProperty("notes.zone", "Europe/Berlin");
        String postgres = "jdbc:postgresql://localhost/notes";

        Settings settings =
                Settings.of(properties, Map.of("NOTES_PORT", "1", "NOTES_DATABASE", postgres, "NOTES_NODES", "3"));

        assertThat(settings)
                .isEqualTo(new Settings(9090, Path.of("notes-data"), ZoneId.of("Europe/Berlin"), postgres, 3));
    }

    @Test
    void several_nodes_on_sqlite_are_refused_with_what_to_do() {
        properties.setProperty("notes.nodes", "3");

        assertThatThrownBy(() -> Settings.of(properties, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 nodes need a PostgreSQL that they share, and notes.database is"
                        + " jdbc:sqlite:notes-data/notes.db: set it, or NOTES_DATABASE, to one such as"
                        + " jdbc:postgresql://localhost/notes?user=notes&password=…, or leave notes.nodes away");
    }

    @Test
    void what_is_no_number_is_said_so() {
        properties.setProperty("notes.port", "many");
        assertThatThrownBy(() -> Settings.of(properties, Map.of())).hasMessage("notes.port is a number, not 'many'");
        properties.clear();
        properties.setProperty("notes.nodes", "0");
        assertThatThrownBy(() -> Settings.of(properties, Map.of())).hasMessage("notes.nodes is at least 1, not 0");
    }
}
