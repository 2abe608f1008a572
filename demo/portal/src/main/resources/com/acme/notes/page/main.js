// Where the page begins: before the door, among the notes, or in the settings.

import { call, forget, isLoggedIn, onEnd, picture } from './api.js';
import { $, element, show, toast } from './dom.js';
import * as notes from './notes.js';
import * as settings from './settings.js';
import * as theme from './theme.js';
import * as welcome from './welcome.js';

function view(name) {
  show($('welcome'), name === 'welcome');
  show($('app'), name !== 'welcome');
  show($('notes'), name === 'notes');
  show($('settings'), name === 'settings');
  closeMenu();
}

async function enter() {
  await Promise.all([drawMe(), notes.reload()]);
  view('notes');
}

async function drawMe() {
  const me = await call('GET', '/api/me');
  for (const [id, text] of [['menu-name', me.name], ['my-name', me.name], ['menu-email', me.email], ['my-email', me.email]]) {
    $(id).textContent = text;
  }
  show($('open-admin'), me.admin);
  const source = me.hasPicture ? await picture('/api/me/avatar') : null;
  const initials = me.name.split(/\s+/).map(word => word[0]).slice(0, 2).join('').toUpperCase();
  for (const id of ['open-menu', 'face']) {
    $(id).replaceChildren(source ? element('img', { src: source, alt: '' }) : initials);
  }
  show($('remove-picture'), source !== null);
}

function leave(farewell) {
  notes.clear();
  show($('toast'), false);
  welcome.open(farewell);
  view('welcome');
}

async function logOut() {
  await notes.save();
  await call('POST', '/api/log-out').catch(() => {});
  forget();
  leave('You are logged out.');
}

function closeMenu() {
  show($('menu'), false);
  $('open-menu').setAttribute('aria-expanded', 'false');
}

function toggleMenu(event) {
  event.stopPropagation();
  show($('menu'), $('menu').hidden);
  $('open-menu').setAttribute('aria-expanded', String(!$('menu').hidden));
}

async function openSettings() {
  await notes.save();
  await settings.open();
  view('settings');
}

function attempt(work) {
  return () => work().catch(refusal => refusal.status !== 401 && toast(refusal.message));
}

async function backToNotes() {
  await notes.reload();
  view('notes');
}

theme.start();
welcome.start(enter);
notes.start();
settings.start({ pictureChanged: drawMe, loggedOut: leave });
onEnd(() => leave('You were logged out elsewhere. Log in again to go on.'));
$('open-menu').addEventListener('click', toggleMenu);
document.addEventListener('click', closeMenu);
document.addEventListener('keydown', event => event.key === 'Escape' && closeMenu());
$('open-settings').addEventListener('click', attempt(openSettings));
$('leave-settings').addEventListener('click', attempt(backToNotes));
$('home').addEventListener('click', attempt(backToNotes));
$('new').addEventListener('click', () => view('notes'));
$('search').addEventListener('input', () => view('notes'));
$('log-out').addEventListener('click', attempt(logOut));
// another tab may have logged out, another device have ended the session
window.addEventListener('storage', () => isLoggedIn() || $('app').hidden || leave('You are logged out.'));
window.addEventListener('focus', () => $('app').hidden || attempt(notes.reload)());

if (isLoggedIn()) {
  attempt(enter)();
} else {
  leave('');
}
