package dev.aide.agent.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachApiTest {
    @TempDir
    Path home;

    @Test
    void lists_jvms_of_this_machine() throws Exception {
        assertThat(AttachApi.find().list())
                .extracting(TargetJvm::process)
                .contains(String.valueOf(ProcessHandle.current().pid()));
    }

    @Test
    void a_jre_is_said_to_be_one() {
        assertThatThrownBy(() -> AttachApi.in(home.toString(), new ClassLoader(null) {}))
                .isInstanceOf(AttachFailure.class)
                .hasMessage("the Java in " + home
                        + " cannot attach to others: it is a JRE, without jdk.attach or tools.jar;"
                        + " run this with the java of a JDK");
    }

    @Test
    void a_process_that_is_no_jvm_is_said_to_be_none() {
        assertThatThrownBy(() -> AttachApi.find().attach("2147483646", ""))
                .isInstanceOf(AttachFailure.class)
                .hasMessageStartingWith("process 2147483646 cannot be attached to: ")
                .hasMessageEndingWith("; it has to be a JVM that runs, of the same user");
    }
}
