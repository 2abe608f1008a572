/**
 * What handlers take and give: {@link dev.aide.server.http.Request}, {@link dev.aide.server.http.Response},
 * {@link dev.aide.server.http.HttpError}.
 */
package dev.aide.server.http;
