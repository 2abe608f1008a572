package dev.aide.client;

import java.time.Duration;
import java.util.List;

/** What happens to a response before its caller has it: response hooks, callbacks, the line in the log. */
final class Completion<T> {
    private final Plan<T> plan;
    private final Hooks hooks;
    private final CallLog log;

    Completion(Plan<T> plan, Hooks hooks, CallLog log) {
        this.plan = plan;
        this.hooks = hooks;
        this.log = log;
    }

    Hooks hooks() {
        return hooks;
    }

    Response<T> complete(Response<T> response, List<Attempt> attempts, Duration took) {
        Response<T> hooked = hooked(with(response, attempts, List.of()));
        call(hooked);
        if (!plan.silent()) {
            plan.callbackErrors()
                    .guard(ignored -> log.write(plan, reported(hooked, attempts), took))
                    .accept(null);
        }
        return reported(hooked, attempts);
    }

    private Response<T> reported(Response<T> response, List<Attempt> attempts) {
        List<Throwable> errors = plan.callbackErrors().toList();
        return errors.isEmpty() ? response : with(response, attempts, errors);
    }

    // the hooks of the innermost client are nearest to the wire: they are the first to see what came
    private Response<T> hooked(Response<T> response) {
        for (int i = hooks.response().size() - 1; i >= 0; i--) {
            NamedHook<ResponseHook> named = hooks.response().get(i);
            try {
                named.hook().received(response);
            } catch (Throwable e) {
                String message = "response hook \"" + named.name() + "\" threw " + e;
                return new Failure<>(
                        FailureKind.HOOK,
                        message,
                        response.status(),
                        response.headers(),
                        response instanceof Failure<T> failure ? failure.body() : "",
                        e,
                        response.attempts(),
                        List.of());
            }
        }
        return response;
    }

    private void call(Response<T> response) {
        if (response instanceof Success<T> success) {
            plan.callbackErrors().guard(plan.onSuccess()).accept(success);
        } else if (response instanceof Failure<T> failure) {
            plan.callbackErrors().guard(plan.onError()).accept(failure);
        }
    }

    private static <T> Response<T> with(Response<T> response, List<Attempt> attempts, List<Throwable> errors) {
        if (response instanceof Success<T> success) {
            return new Success<>(success.status(), success.headers(), success.value(), attempts, errors);
        }
        Failure<T> failure = (Failure<T>) response;
        return new Failure<>(
                failure.kind(),
                failure.message(),
                failure.status(),
                failure.headers(),
                failure.body(),
                failure.cause(),
                attempts,
                errors);
    }
}
