package dev.aide.client;

import java.util.List;

/** The hooks of a client, those of its parents first. */
record Hooks(List<NamedHook<RequestHook>> request, List<NamedHook<ResponseHook>> response) {}
