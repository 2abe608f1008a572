package dev.aide.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run on SQLite and on PostgreSQL, each with an empty database. */
@ParameterizedClass
@EnumSource(Engine.class)
public abstract class OnBothDatabases {
    @Parameter
    protected Engine engine;

    protected String url;
    protected Database db;

    @BeforeEach
    protected void openDatabase(@TempDir Path directory) {
        url = engine.newDatabase(directory);
        db = Database.open(url);
    }

    @AfterEach
    protected void closeDatabase() {
        db.close();
    }
}
