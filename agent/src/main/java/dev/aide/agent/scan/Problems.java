package dev.aide.agent.scan;

import java.util.ArrayList;
import java.util.List;

/** What could not be read, one sentence each, told at once. Safe for use by any thread. */
final class Problems {
    private final ScanListener listener;
    private final List<String> sentences = new ArrayList<>();
    private boolean isAnyFailure;

    Problems(ScanListener listener) {
        this.listener = listener;
    }

    /** Takes what keeps the scan from doing all that was asked for. */
    synchronized void fail(String sentence) {
        isAnyFailure = true;
        note(sentence);
    }

    /** Takes what a person should know. */
    synchronized void note(String sentence) {
        sentences.add(sentence);
        listener.problem(sentence);
    }

    synchronized boolean isAnyFailure() {
        return isAnyFailure;
    }

    synchronized List<String> sentences() {
        return new ArrayList<>(sentences);
    }
}
