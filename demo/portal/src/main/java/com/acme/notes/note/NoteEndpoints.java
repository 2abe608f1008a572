package com.acme.notes.note;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Owner;
import dev.aide.server.Endpoint;
import dev.aide.server.bind.RequestBody;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import java.util.List;
import java.util.Optional;

/** Notes over HTTP, for people and for programs with a key. */
public final class NoteEndpoints {
    private final Notes notes;

    /** Serves these notes. */
    public NoteEndpoints(Notes notes) {
        this.notes = notes;
    }

    @Endpoint(value = "/api/notes", gate = Gates.READ, summary = "Finds notes that have all of these words")
    List<Note> search(Optional<String> words, Caller caller) {
        return notes.search(Owner.of(caller), words.orElse(""));
    }

    @Endpoint(value = "/api/notes/{id}", gate = Gates.READ, summary = "Reads a note")
    Optional<Note> read(long id, Caller caller) {
        return notes.find(Owner.of(caller), id);
    }

    @Endpoint(value = "/api/notes", method = Method.POST, gate = Gates.WRITE, summary = "Writes a note")
    Note add(@RequestBody NoteText text, Caller caller) {
        return notes.add(Owner.of(caller), text);
    }

    @Endpoint(value = "/api/notes/{id}", method = Method.PUT, gate = Gates.WRITE, summary = "Changes a note")
    Optional<Note> change(long id, @RequestBody NoteText text, Caller caller) {
        return notes.change(Owner.of(caller), id, text);
    }

    @Endpoint(value = "/api/notes/{id}", method = Method.DELETE, gate = Gates.WRITE, summary = "Deletes a note")
    void delete(long id, Caller caller) {
        if (!notes.delete(Owner.of(caller), id)) {
            throw HttpError.notFound("there is no note " + id);
        }
    }
}
