package dev.aide.server.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A documentation comment as CommonMark: its HTML stays, its inline tags become code. Immutable. */
final class MarkdownComment {
    private static final Pattern SENTENCE = Pattern.compile("(.*?)[.!?](\\s|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^>]*>");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;

    private MarkdownComment(String text) {
        this.text = text;
    }

    static MarkdownComment of(Comment comment) {
        Writer writer = new Writer();
        comment.visit(writer);
        // four spaces would make a line code
        return new MarkdownComment(writer.text
                .toString()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .strip());
    }

    /** All of it; empty if nothing is said. */
    String text() {
        return text;
    }

    /** Its first sentence as plain text in one line, without the full stop. */
    String firstSentence() {
        Matcher sentence = SENTENCE.matcher(text);
        String first = sentence.lookingAt() ? sentence.group(1) : text;
        return SPACE.matcher(TAG.matcher(first).replaceAll("")).replaceAll(" ").strip();
    }

    boolean isOneSentence() {
        Matcher sentence = SENTENCE.matcher(text);
        return !sentence.lookingAt() || sentence.end() == text.length();
    }

    private static final class Writer implements CommentVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void commentText(String value) {
            text.append(value);
        }

        @Override
        public void inlineLink(Link link) {
            String label = link.getLabel();
            text.append('`').append(label).append('`');
        }

        @Override
        public void inlineTag(String name, String value) {
            if (name.equals("literal")) {
                text.append(value.replace("&", "&amp;").replace("<", "&lt;"));
            } else {
                text.append('`').append(value).append('`');
            }
        }

        @Override
        public void inlineValue(Value value) {
            text.append('`').append(value.getReferencedMemberName()).append('`');
        }
    }
}
