package dev.aide.agent.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a documentation comment (JDK documentation comment specification): its words, and the tags that name something.
 * One instance reads one text once.
 */
final class DocComment {
    private static final String FENCE = "```";

    private final List<String> imports;
    private final DocTags.Builder tags = new DocTags.Builder();

    private DocComment(List<String> imports) {
        this.imports = imports;
    }

    /**
     * Reads a comment without its stars or slashes.
     *
     * @param imports the canonical names of the types that its file imports one by one
     */
    static DocTags read(String comment, List<String> imports) {
        DocComment reader = new DocComment(imports);
        for (String block : blocks(comment)) {
            reader.block(block);
        }
        return reader.tags.build();
    }

    /** Cuts a comment where a line begins with a tag, but not within inline tags and fenced code. */
    private static List<String> blocks(String comment) {
        List<String> blocks = new ArrayList<>();
        int start = 0;
        int line = 0;
        int endOfInline = 0;
        boolean isFenced = false;
        while (line < comment.length()) {
            int end = comment.indexOf('\n', line);
            end = end < 0 ? comment.length() : end + 1;
            int first = firstNonBlank(comment, line, end);
            if (comment.startsWith(FENCE, first)) {
                isFenced = !isFenced;
            } else if (!isFenced && first >= endOfInline && isTag(comment, first)) {
                blocks.add(comment.substring(start, first));
                start = first;
            }
            endOfInline = endOfInline(comment, Math.max(line, endOfInline), end);
            line = end;
        }
        blocks.add(comment.substring(start));
        return blocks;
    }

    /** Returns where the last inline tag that begins in a line ends; the line's start if there is none. */
    private static int endOfInline(String comment, int from, int lineEnd) {
        int at = from;
        int open = comment.indexOf("{@", at);
        while (open >= 0 && open < lineEnd) {
            int close = closingBrace(comment, open);
            // one that is never closed swallows nothing
            at = close < 0 ? open + 2 : close;
            open = comment.indexOf("{@", at);
        }
        return at;
    }

    private static int closingBrace(String comment, int open) {
        int depth = 0;
        for (int i = open; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int firstNonBlank(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static boolean isTag(String text, int at) {
        return at + 1 < text.length() && text.charAt(at) == '@' && Character.isLetter(text.charAt(at + 1));
    }

    private void block(String block) {
        if (!isTag(block, 0)) {
            mainDescription(block);
            return;
        }
        int end = wordEnd(block, 1);
        String text = block.substring(end).trim();
        switch (block.substring(1, end)) {
            case "param":
                param(text);
                break;
            case "throws":
            case "exception":
                thrown(text);
                break;
            case "return":
                tags.hasReturn = true;
                words(text);
                break;
            case "see":
            case "deprecated":
                words(text);
                break;
            default:
                break;
        }
    }

    private void words(String text) {
        tags.hasWords |= hasWords(text);
        tags.inherits |= text.contains("{@inheritDoc");
    }

    private void mainDescription(String text) {
        words(text);
        tags.hasReturn |= text.contains("{@return ");
    }

    private void param(String text) {
        boolean isOfType = text.startsWith("<");
        int start = isOfType ? 1 : 0;
        int end = identifierEnd(text, start);
        words(text.substring(wordEnd(text, start)));
        if (isOfType && text.startsWith(">", end) && wordEnd(text, 0) == end + 1) {
            tags.typeParameters.add(text.substring(start, end));
        } else if (!isOfType && end > start) {
            tags.parameters.add(text.substring(start, end));
        }
    }

    private static int identifierEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void thrown(String text) {
        int end = wordEnd(text, 0);
        String name = text.substring(0, end);
        words(text.substring(end));
        if (isName(name)) {
            tags.thrown.add(qualified(name));
        }
    }

    private String qualified(String name) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        for (String imported : imports) {
            if (imported.endsWith('.' + first)) {
                return imported + name.substring(first.length());
            }
        }
        return name;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return end;
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isJavaIdentifierPart(text.charAt(i)) && text.charAt(i) != '.') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean hasWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
