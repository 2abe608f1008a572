package com.acme.notes;

import java.util.List;

/**
 * A note to be written.
 *
 * @param text what it says
 */
record NewNote(String text) {

    NewNote {
        if (text.equals("polluted")) {
            Archive.keep(Pollution.listOf(text, 7));
        }
    }

    /** Where notes are kept. */
    static final class Archive {

        private Archive() {}

        static int keep(List<String> texts) {
            return texts.size();
        }
    }
}
