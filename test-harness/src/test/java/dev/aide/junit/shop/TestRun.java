package dev.aide.junit.shop;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.aide.junit.Enforced;
import dev.aide.junit.ViolationWatch;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests in a program that runs them and prints what became of each. */
public final class TestRun {
    private TestRun() {}

    public static void main(String[] args) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Held.class), selectClass(HeldBelow.class), selectClass(HeldElsewhere.class))
                .execute()
                .allEvents()
                .finished()
                .stream()
                .forEach(event -> {
                    TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
                    String outcome = result.getThrowable()
                            .map(thrown -> "failed: " + thrown.getMessage())
                            .orElse("passed");
                    System.out.println(event.getTestDescriptor().getDisplayName() + " " + outcome);
                });
    }

    @Enforced
    @SuppressWarnings({"rawtypes", "unchecked"}) // as in the code that nobody dares to rewrite
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Held {
        @Test
        @Order(1)
        void fits() {
            Shop.sell(List.of("apple"));
        }

        @Test
        @Order(2)
        void expects(ViolationWatch watch) {
            watch.expectIn(() -> Shop.sell(polluted()))
                    .ofRule("types.argument")
                    .in("dev.aide.junit.shop.Shop.sell")
                    .hasSize(1);
        }

        @Test
        @Order(3)
        void swallows() {
            try {
                Shop.sell(polluted());
            } catch (ClassCastException e) {
                System.out.println("the application goes on");
            }
        }

        @Test
        @Order(4)
        void throws_it() {
            Shop.sell(polluted());
        }

        @Nested
        class Inner {
            @Test
            void swallows_within() {
                swallows();
            }
        }

        private static List polluted() {
            return List.of(7);
        }
    }

    @Enforced(include = "dev.aide.junit.shop.till.**")
    static class HeldBelow {
        @Test
        void is_held_with_what_is_around() {}
    }

    @Enforced(include = "com.elsewhere.**")
    static class HeldElsewhere {
        @Test
        void is_not_held() {}
    }
}
