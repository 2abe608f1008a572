package dev.aide.server.gate;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.limit.Allowance;
import dev.aide.server.limit.Limiter;
import dev.aide.server.limit.Limits;
import dev.aide.server.limit.Network;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Checks names and passwords. In 15 minutes an account gets 10 wrong guesses and a network 50; then the answer is 429,
 * whether the guess is right or not. A name that nobody has takes as long as a wrong password.
 *
 * <p>Safe for use by many threads; guesses at the same time are all counted.
 */
public final class Logins {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int GUESSES_AN_ACCOUNT = 10;
    private static final int GUESSES_A_NETWORK = 50;

    private final Accounts accounts;
    private final Passwords passwords;
    private final String hashOfNobody;
    private final Limiter guessesByAccount;
    private final Limiter guessesByNetwork;

    /** Checks these accounts' passwords. */
    public Logins(Accounts accounts, Passwords passwords) {
        this(accounts, passwords, Limits.inMemory());
    }

    /** Checks these accounts' passwords, and counts guesses where these limits are counted. */
    public Logins(Accounts accounts, Passwords passwords, Limits limits) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.hashOfNobody = passwords.hash("nobody has this password");
        this.guessesByAccount = limits.limiter("logins", RateLimit.perUser(GUESSES_AN_ACCOUNT, WINDOW));
        this.guessesByNetwork = limits.limiter("logins", RateLimit.perIp(GUESSES_A_NETWORK, WINDOW));
    }

    /**
     * What the user of this name and password may do.
     *
     * @param peer where the guess comes from
     * @throws HttpError 401 if name or password is wrong, 429 after too many wrong ones, 503 if guesses can't be counted
     *     now
     * @throws dev.aide.server.token.PasswordsBusyException if too many are checked at once; unless caught, it is a 503
     */
    public Grant check(String name, String password, Peer peer) {
        String account = name.strip().toLowerCase(Locale.ROOT);
        String network = Network.siteOf(peer.address());
        // counted before it is checked, so that guesses at the same time can't all slip through
        Allowance byNetwork = guessesByNetwork.take(network);
        Allowance byAccount = guessesByAccount.take(account);
        for (Allowance guess : List.of(byNetwork, byAccount)) {
            if (!guess.isGranted()) {
                throw HttpError.tooManyRequests("too many wrong passwords; wait before the next try", guess.reset());
            }
        }
        Grant grant = checked(name, password);
        guessesByAccount.giveBack(account, byAccount);
        guessesByNetwork.giveBack(network, byNetwork);
        return grant;
    }

    private Grant checked(String name, String password) {
        Optional<Account> account = accounts.find(name);
        String hash = account.map(Account::passwordHash).orElse(hashOfNobody);
        boolean isRight = passwords.verify(password, hash);
        if (account.isEmpty() || !isRight) {
            throw HttpError.unauthorized("name or password is wrong");
        }
        Grant grant = account.get().grant();
        if (passwords.needsRehash(hash)) {
            accounts.passwordRehashed(grant.user(), passwords.hash(password));
        }
        return grant;
    }
}
