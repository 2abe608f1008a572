package dev.aide.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.OnBothDatabases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaIT extends OnBothDatabases {

    @Test
    void processes_that_apply_a_schema_at_the_same_time_take_turns() throws Exception {
        List<Child> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(Child.start(SchemaApplier.class, url));
        }
        List<Integer> statements = new ArrayList<>();
        for (Child child : children) {
            assertThat(child.line()).isEqualTo("ready");
        }
        for (Child child : children) {
            child.endInput();
        }
        for (Child child : children) {
            statements.add(Integer.valueOf(child.line()));
            assertThat(child.finish()).isZero();
        }
        // the first made the tables, the others found them; indexes are listed always
        assertThat(statements)
                .containsExactlyInAnyOrder(2 * SchemaApplier.TABLES, SchemaApplier.TABLES, SchemaApplier.TABLES);
        assertThat(db.plan(SchemaApplier.schema()).statements()).hasSize(SchemaApplier.TABLES);
    }
}
