// Settings: picture, sessions, keys, digest, webhook.

import { call, forget } from './api.js';
import { $, ago, element, show, toast } from './dom.js';

const LOOK_MILLIS = 3000;

let looking;

export function start({ pictureChanged, loggedOut }) {
  $('origin').textContent = location.origin;
  when('picture', 'change', async () => {
    const form = new FormData();
    form.append('image', $('picture').files[0]);
    $('picture').value = '';
    await call('PUT', '/api/me/avatar', form);
    await pictureChanged();
  });
  when('remove-picture', 'click', async () => {
    await call('DELETE', '/api/me/avatar');
    await pictureChanged();
  });
  when('log-out-everywhere', 'click', async () => {
    await call('POST', '/api/log-out-everywhere');
    forget();
    loggedOut('You are logged out everywhere.');
  });
  when('new-key', 'submit', createKey);
  when('send-digest', 'click', async () => {
    await call('POST', '/api/me/digest');
    toast('The digest is on its way.');
  });
  $('created-key').querySelector('button').addEventListener('click', copyKey);
}

function when(id, type, work) {
  $(id).addEventListener(type, event => {
    event.preventDefault();
    work(event).catch(refusal => toast(refusal.message));
  });
}

export async function open() {
  show($('created-key'), false);
  await Promise.all([reloadKeys(), reloadDeliveries()]);
  clearTimeout(looking);
  looking = setTimeout(lookAgain, LOOK_MILLIS);
}

/** Deliveries go on while somebody looks at them. */
async function lookAgain() {
  while (!$('settings').hidden && !$('app').hidden) {
    await reloadDeliveries().catch(() => {});
    await new Promise(wake => setTimeout(wake, LOOK_MILLIS));
  }
}

async function createKey(event) {
  const form = event.target;
  const made = await call('POST', '/api/me/keys', { name: form.name.value, mayWrite: form.mayWrite.checked });
  form.reset();
  $('created-key').querySelector('code').textContent = made.key;
  show($('created-key'), true);
  await reloadKeys();
}

async function copyKey() {
  await navigator.clipboard.writeText($('created-key').querySelector('code').textContent);
  toast('Copied');
}

async function reloadKeys() {
  const keys = await call('GET', '/api/me/keys');
  fill('keys', keys.map(key => [
    element('td', {}, element('b', {}, key.name), element('code', {}, `ak_${key.prefix}_…`)),
    element('td', {}, badge(key.mayWrite ? 'reads and writes' : 'reads')),
    element('td', { class: 'dim' }, ago(key.createdAt)),
    element('td', { class: 'end' }, element('button', { type: 'button', class: 'plain danger', onclick: () => revoke(key) }, 'Revoke')),
  ]), 'No keys yet.');
}

async function revoke(key) {
  try {
    await call('DELETE', `/api/me/keys/${key.prefix}`);
    toast(`The key “${key.name}” is good for nothing from now on.`);
    await reloadKeys();
  } catch (refusal) {
    toast(refusal.message);
  }
}

async function reloadDeliveries() {
  const deliveries = await call('GET', '/api/me/deliveries');
  fill('deliveries', deliveries.map(delivery => [
    element('td', {}, element('b', {}, delivery.title)),
    element('td', {}, badge(delivery.delivered ? 'delivered' : 'being tried again', delivery.delivered ? 'good' : 'warn')),
    element('td', { class: 'dim' }, `${delivery.attempts} ${delivery.attempts === 1 ? 'attempt' : 'attempts'}`),
    element('td', { class: 'dim end' }, ago(delivery.at)),
  ]), 'Nothing was sent yet.');
}

function fill(id, rows, otherwise) {
  const shown = rows.length ? rows : [[element('td', { class: 'dim' }, otherwise)]];
  $(id).tBodies[0].replaceChildren(...shown.map(cells => element('tr', {}, ...cells)));
}

function badge(text, tone = '') {
  return element('span', { class: `badge ${tone}` }, text);
}
