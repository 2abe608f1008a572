package dev.aide.client;

import dev.aide.client.retry.CircuitBreaking;
import dev.aide.client.retry.RetryBudget;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** The breakers and retry budgets of the hosts, or routes, that were called. */
final class Destinations {
    // a program that visits hosts without end must not remember them all
    private static final int MAX = 4_096;

    private final Map<String, Destination> known = new ConcurrentHashMap<>();
    private final Optional<CircuitBreaking> breaking;
    private final Retries retries;

    Destinations(Settings settings) {
        this.breaking = Optional.ofNullable(settings.breaking());
        this.retries = settings.retries();
    }

    Destination of(Method method, String route, HttpUrl url) {
        String host = url.scheme() + "://" + url.host() + ":" + url.port();
        boolean perRoute = breaking.isPresent() && breaking.get().isPerRoute();
        String key = perRoute ? method + " " + host + " " + route : host;
        Destination destination = known.get(key);
        if (destination == null) {
            if (known.size() >= MAX) {
                known.values().removeIf(Destination::isAtRest);
            }
            destination = known.computeIfAbsent(key, ignored -> newDestination());
        }
        return destination;
    }

    private Destination newDestination() {
        return new Destination(
                breaking.map(CircuitBreaking::newBreaker),
                new RetryBudget(retries.budgetRatio(), retries.budgetFloor(), System::nanoTime));
    }
}
