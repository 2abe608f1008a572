package com.acme.notes.account;

import com.acme.notes.access.Gates;
import com.acme.notes.access.Owner;
import dev.aide.server.Endpoint;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Response;
import dev.aide.server.http.Upload;
import dev.aide.store.image.Image;
import dev.aide.store.image.ImageException;
import java.util.Optional;

/** Who somebody is, and what they look like. */
public final class ProfileEndpoints {
    private final Users users;
    private final Avatars avatars;

    /** Serves these users and their pictures. */
    public ProfileEndpoints(Users users, Avatars avatars) {
        this.users = users;
        this.avatars = avatars;
    }

    @Endpoint(value = "/api/me", gate = Gates.ACCOUNT, summary = "Who is logged in")
    Profile me(Caller caller) {
        Owner owner = Owner.of(caller);
        User user = users.get(owner);
        return new Profile(
                user.name(), user.email(), user.admin(), avatars.find(owner).isPresent());
    }

    @Endpoint(value = "/api/me/avatar", gate = Gates.ACCOUNT, summary = "The user's picture")
    Optional<Response> avatar(Caller caller) {
        return avatars.find(Owner.of(caller))
                .map(image -> Response.ok(image.bytes())
                        .header("Content-Type", image.format().mediaType()));
    }

    @Endpoint(value = "/api/me/avatar", method = Method.PUT, gate = Gates.ACCOUNT, summary = "Changes the picture")
    void changeAvatar(Upload image, Caller caller) {
        try {
            avatars.put(Owner.of(caller), Image.read(image.file()));
        } catch (ImageException e) {
            throw HttpError.of(422, e.getMessage());
        }
    }

    @Endpoint(value = "/api/me/avatar", method = Method.DELETE, gate = Gates.ACCOUNT, summary = "Removes the picture")
    void removeAvatar(Caller caller) {
        avatars.remove(Owner.of(caller));
    }

    /**
     * What a user sees of themselves. Immutable.
     *
     * @param name what they are called
     * @param email where their mails go
     * @param admin whether they run the place
     * @param hasPicture whether they have one
     */
    record Profile(String name, String email, boolean admin, boolean hasPicture) {}
}
