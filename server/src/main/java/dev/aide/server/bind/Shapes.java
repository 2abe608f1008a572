package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.http.Response;
import dev.aide.server.http.Upload;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.BaseStream;

/** Finds the shapes of Java types. For one thread, while a portal is built. */
public final class Shapes {
    private static final Map<Class<?>, Shape> PLAIN = Map.ofEntries(
            Map.entry(byte.class, new WholeShape(Byte.SIZE)),
            Map.entry(Byte.class, new WholeShape(Byte.SIZE)),
            Map.entry(short.class, new WholeShape(Short.SIZE)),
            Map.entry(Short.class, new WholeShape(Short.SIZE)),
            Map.entry(int.class, new WholeShape(Integer.SIZE)),
            Map.entry(Integer.class, new WholeShape(Integer.SIZE)),
            Map.entry(long.class, new WholeShape(Long.SIZE)),
            Map.entry(Long.class, new WholeShape(Long.SIZE)),
            Map.entry(BigInteger.class, new WholeShape(0)),
            Map.entry(float.class, new DecimalShape("float")),
            Map.entry(Float.class, new DecimalShape("float")),
            Map.entry(double.class, new DecimalShape("double")),
            Map.entry(Double.class, new DecimalShape("double")),
            Map.entry(BigDecimal.class, new DecimalShape("")),
            Map.entry(boolean.class, new BooleanShape()),
            Map.entry(Boolean.class, new BooleanShape()),
            Map.entry(Upload.class, new UploadShape()),
            Map.entry(Object.class, new AnyShape()));

    private static final Set<Class<?>> NOT_JSON = Set.of(void.class, Response.class, Path.class, InputStream.class);

    private final ObjectMapper mapper;
    private final Map<JavaType, Shape> records = new HashMap<>();

    /** Finds shapes for what this mapper reads. */
    public Shapes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The shape of a type. */
    public Shape of(Type type) {
        return of(mapper.constructType(type));
    }

    /** The shape of what a handler returns: of an Optional or a future that of what is in it. */
    public Shape ofResult(Type type) {
        JavaType returned = mapper.constructType(type);
        Class<?> raw = returned.getRawClass();
        if (raw == Optional.class || CompletionStage.class.isAssignableFrom(raw)) {
            return ofResult(returned.containedTypeOrUnknown(0));
        }
        if (BaseStream.class.isAssignableFrom(raw)) {
            return new ListShape(of(returned.containedTypeOrUnknown(0)));
        }
        return NOT_JSON.contains(raw) ? new AnyShape() : of(returned);
    }

    JavaType typeOf(Type type) {
        return mapper.constructType(type);
    }

    private Shape of(JavaType type) {
        Class<?> raw = type.getRawClass();
        Optional<Shape> text = TextFormats.shapeOf(raw);
        if (text.isPresent()) {
            return text.get();
        }
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw);
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return new AnyShape();
        }
        if (raw.isEnum()) {
            return new EnumShape(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (raw == Optional.class) {
            return new OptionalShape(of(type.containedTypeOrUnknown(0)));
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return new ListShape(of(type.getContentType()));
        }
        if (type.isMapLikeType() && type.getKeyType().getRawClass() == String.class) {
            return new MapShape(of(type.getContentType()));
        }
        return raw.isRecord() ? recordOf(type) : new OpaqueShape(type, mapper);
    }

    private Shape recordOf(JavaType type) {
        Shape known = records.get(type);
        if (known != null) {
            return known;
        }
        Map<String, Shape> fields = new LinkedHashMap<>();
        Shape shape = new RecordShape(type.getRawClass(), fields);
        records.put(type, shape);
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            fields.put(
                    component.getName(),
                    of(mapper.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings())));
        }
        return shape;
    }
}
