package dev.aide.testing;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one invocation of a {@link JdkTest} for each of its versions. */
final class JdkInvocations implements TestTemplateInvocationContextProvider {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(JdkInvocations.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(NAMESPACE);
        Jdks jdks = store.getOrComputeIfAbsent(Jdks.class, key -> Jdks.installed(), Jdks.class);
        return Arrays.stream(versions(context))
                .mapToObj(feature -> jdks.find(feature)
                        .<TestTemplateInvocationContext>map(FoundJdk::new)
                        .orElseGet(() -> missing(feature, jdks, store)));
    }

    private static int[] versions(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), JdkTest.class)
                .orElseThrow()
                .value();
    }

    private static MissingJdk missing(int feature, Jdks jdks, ExtensionContext.Store store) {
        // once for each version, not for each test
        return store.getOrComputeIfAbsent(feature, key -> MissingJdk.reported(feature, jdks), MissingJdk.class);
    }
}
