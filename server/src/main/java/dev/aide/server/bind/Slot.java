package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JavaType;

/**
 * A parameter or component that waits for a value. Immutable.
 *
 * @param name its name
 * @param type its Java type
 * @param source where its value comes from
 * @param shape what the value looks like
 */
public record Slot(String name, JavaType type, Source source, Shape shape) {

    /** Whether it takes several texts of one name. */
    boolean takesMany() {
        return shape instanceof ListShape;
    }

    /** Whether it takes files. */
    public boolean takesFiles() {
        return shape instanceof UploadShape
                || (shape instanceof ListShape list && list.element() instanceof UploadShape)
                || (shape instanceof OptionalShape optional && optional.present() instanceof UploadShape);
    }

    /** Whether its value can stand in a path. */
    boolean fitsPath() {
        return shape.isScalar() && !shape.isOptional();
    }

    /** Whether its value can stand in a query. */
    boolean fitsQuery() {
        return shape.isScalar()
                || (shape instanceof ListShape list && list.element().isScalar());
    }
}
