package dev.aide.agent.rule;

import dev.aide.Unchecked;

/** Calls in the right and in the wrong order; in a class whose name does not say that they are swapped on purpose. */
final class Drawings {
    private Drawings() {}

    @SuppressWarnings("unused")
    static class Image {
        void clear() {}

        void resize(int width, int height) {}

        void crop(int width, int height) {}

        void stretch(@Unchecked("convention.swapped") int width, int height) {}

        void scale(@Unchecked("types") int width, int height) {}
    }

    /** Calls of methods with a parameter that is taken out of a rule: of this one, and of another. */
    @SuppressWarnings({"unused", "ArgumentSelectionDefectChecker"})
    static class Poster {
        private final Image image = new Image();

        void drawWide(int width, int height) {
            image.stretch(height, width);
        }

        void draw(int width, int height) {
            image.scale(height, width);
        }
    }

    @SuppressWarnings({"unused", "ArgumentSelectionDefectChecker"})
    static class Drawing {
        private final Image image = new Image();

        void draw(int width, int height) {
            image.resize(height, width);
        }

        void drawTwice(int width, int height) {
            image.clear();
            image.resize(height, width);
            image.crop(height, width);
        }

        void drawInOrder(int width, int height) {
            image.resize(width, height);
        }

        @Unchecked("convention")
        void drawTurned(int width, int height) {
            image.resize(height, width);
        }
    }

    @Unchecked("convention.swapped")
    @SuppressWarnings({"unused", "ArgumentSelectionDefectChecker"})
    static class Sketch {
        void draw(Image image, int width, int height) {
            image.resize(height, width);
        }
    }
}
