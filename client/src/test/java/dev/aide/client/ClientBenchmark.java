package dev.aide.client;

import dev.aide.client.auth.Auth;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** GETs of a small body over loopback, 16 threads: this client with all that it does, against those beneath and beside. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
@Fork(3)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ClientBenchmark {
    private TestServer server;
    private String url;
    private OkHttpClient okHttp;
    private java.net.http.HttpClient jdk;
    private HttpClient aide;

    @Setup
    public void start() throws Exception {
        server = new JettyTestServer(request -> Reply.json("{\"name\":\"Ann\"}"));
        url = server.url() + "/users/7";
        // as many asynchronous calls and kept connections as the others
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(64);
        okHttp = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
                .build();
        jdk = java.net.http.HttpClient.newHttpClient();
        aide = HttpClient.builder()
                .baseUrl(server.url())
                .retries(Retries.upTo(3))
                .auth(Auth.bearer("token"))
                .onRequest("trace", request -> request.withHeader("X-Trace").is("1"))
                .onResponse("count", response -> {})
                .build();
    }

    @TearDown
    public void stop() {
        aide.close();
        okHttp.dispatcher().executorService().shutdown();
        okHttp.connectionPool().evictAll();
        server.close();
    }

    @Benchmark
    public String okHttp() throws IOException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer token")
                .header("X-Trace", "1")
                .build();
        try (okhttp3.Response response = okHttp.newCall(request).execute()) {
            return response.body().string();
        }
    }

    @Benchmark
    public String okHttpAsync() throws ExecutionException, InterruptedException {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer token")
                .header("X-Trace", "1")
                .build();
        CompletableFuture<String> body = new CompletableFuture<>();
        okHttp.newCall(request).enqueue(new Callback() {
            @Override
            public void onResponse(Call call, okhttp3.Response response) throws IOException {
                try (response) {
                    body.complete(response.body().string());
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                body.completeExceptionally(e);
            }
        });
        return body.get();
    }

    @Benchmark
    public String aide() {
        return aide.get("/users/{id}").path("id").is(7).send().orElse("");
    }

    @Benchmark
    public String aideAsync() throws ExecutionException, InterruptedException {
        return aide.get("/users/{id}").path("id").is(7).sendAsync().get().orElse("");
    }

    @Benchmark
    public String javaNetHttp() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer token")
                .header("X-Trace", "1")
                .build();
        return jdk.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
