package dev.aide.server.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.bench.ByHand.Admitted;
import dev.aide.server.bench.ByHand.Refused;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;

/** The same on Javalin: the checks in a handler that comes before, as its documentation shows it. */
final class JavalinOrders {
    private static final String USER = "user";

    private JavalinOrders() {}

    static void start(int port) {
        ByHand checks = new ByHand(false);
        Javalin.create(config -> {
                    config.jsonMapper(new JavalinJackson(new ObjectMapper(), false));
                    config.startup.showJavalinBanner = false;
                    config.routes.before(context -> check(context, checks));
                    config.routes.post("/orders", JavalinOrders::order);
                })
                .start("127.0.0.1", port);
    }

    private static void check(Context context, ByHand checks) {
        try {
            Admitted admitted = checks.admit(context.header("Authorization"));
            context.attribute(USER, admitted.user());
            context.header("RateLimit", admitted.rateLimit());
        } catch (Refused e) {
            throw new HttpResponseException(e.status(), "refused");
        }
    }

    private static void order(Context context) {
        String user = context.attribute(USER);
        context.json(Receipt.of(user, context.bodyAsClass(Order.class)));
    }
}
