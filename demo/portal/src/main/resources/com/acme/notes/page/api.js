// Speaks to the portal: with an access token, which is renewed when it has run out.

const PLACE = 'notes.session';

/** What the portal said against a call, in words for people. */
export class Refusal extends Error {
  constructor(status, body) {
    const problems = (body.problems || []).map(problem => problem.message);
    super(problems.length ? problems.join('; ') : body.message || 'something went wrong');
    this.status = status;
  }
}

let whenEnded = () => {};

/** Calls back when the session has ended elsewhere. */
export function onEnd(callback) {
  whenEnded = callback;
}

export function isLoggedIn() {
  return session() !== null;
}

/** What the socket shows when it connects. */
export function accessToken() {
  return isLoggedIn() ? session().accessToken : null;
}

function session() {
  return JSON.parse(localStorage.getItem(PLACE));
}

export function keep(pair) {
  localStorage.setItem(PLACE, JSON.stringify(pair));
}

export function forget() {
  localStorage.removeItem(PLACE);
}

/** The answer's JSON, or null where there is none. */
export async function call(method, path, body) {
  const response = await answer(method, path, body);
  return response.status === 204 ? null : response.json();
}

/** A picture's address in this page. */
export async function picture(path) {
  return URL.createObjectURL(await (await answer('GET', path)).blob());
}

async function answer(method, path, body) {
  const used = session();
  let response = await send(method, path, body, used);
  if (response.status === 401 && used) {
    const renewed = await renew(used);
    if (!renewed) {
      forget();
      whenEnded();
      throw new Refusal(401, { message: 'the session has ended' });
    }
    response = await send(method, path, body, renewed);
  }
  if (!response.ok) {
    throw new Refusal(response.status, await response.json().catch(() => ({})));
  }
  return response;
}

function send(method, path, body, bearer) {
  const isForm = body instanceof FormData;
  const headers = {};
  if (bearer) {
    headers.Authorization = `Bearer ${bearer.accessToken}`;
  }
  if (body !== undefined && !isForm) {
    headers['Content-Type'] = 'application/json';
  }
  return fetch(path, { method, headers, body: isForm || body === undefined ? body : JSON.stringify(body) });
}

/** A refresh token is good once, so of several tabs one renews, and the others take what it got. */
function renew(used) {
  const work = async () => {
    const now = session();
    if (!now || now.accessToken !== used.accessToken) {
      return now;
    }
    const response = await send('POST', '/api/refresh', { refreshToken: now.refreshToken });
    if (!response.ok) {
      return null;
    }
    keep(await response.json());
    return session();
  };
  return navigator.locks ? navigator.locks.request(PLACE, work) : work();
}
