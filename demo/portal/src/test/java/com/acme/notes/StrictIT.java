package com.acme.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.testing.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the notes to running under {@code aide.jar} in strict, clean, whatever is done with them. */
class StrictIT {
    @TempDir
    Path folder;

    @Test
    void all_that_it_can_do_is_done_and_nothing_is_found() throws Exception {
        try (StrictNotes notes = StrictNotes.start(folder)) {
            Tour.of(notes, folder);

            notes.stopAndExpectNoFindings();
        }
    }

    @Test
    void it_would_be_found_if_a_rule_were_broken() {
        Outcome outcome = StrictNotes.described(folder)
                .property("aide.arity.max", "5")
                .run()
                .expectExit(1);

        assertThat(outcome.stderr())
                .contains("arity.declared", "com.acme.notes.account.SessionEndpoints", "has 6 parameters");
    }
}
