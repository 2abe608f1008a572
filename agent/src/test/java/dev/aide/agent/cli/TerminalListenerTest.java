package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalListenerTest {
    private final StringWriter err = new StringWriter();

    @Test
    void progress_stands_on_one_line_and_makes_room_for_problems() {
        TerminalListener listener = new TerminalListener(new PrintWriter(err), true);

        listener.progress(1, 20);
        listener.problem("a.jar is not there");
        listener.end();

        assertThat(err.toString().replace(System.lineSeparator(), "\n"))
                .isEqualTo("aide: 1 of 20 classes\r                     \raide: a.jar is not there\n");
    }

    @Test
    void without_a_terminal_there_is_no_progress() {
        TerminalListener listener = new TerminalListener(new PrintWriter(err), false);

        listener.progress(1, 20);
        listener.end();

        assertThat(err.toString()).isEmpty();
    }
}
