// Where the page begins: before the door, among the notes, in the team room, or in the settings.

import { call, forget, isLoggedIn, onEnd, picture } from './api.js';
import { $, element, show, toast } from './dom.js';
import * as notes from './notes.js';
import * as room from './room.js';
import * as settings from './settings.js';
import * as theme from './theme.js';
import * as welcome from './welcome.js';

function view(name) {
  show($('welcome'), name === 'welcome');
  show($('app'), name !== 'welcome');
  show($('notes'), name === 'notes');
  show($('room'), name === 'room');
  show($('settings'), name === 'settings');
  closeMenu();
}

async function enter() {
  await Promise.all([drawMe(), notes.reload()]);
  room.enter();
  view('notes');
}

async function drawMe() {
  const me = await call('GET', '/api/me');
  for (const [id, text] of [['menu-name', me.name], ['my-name', me.name], ['menu-email', me.email], ['my-email', me.email]]) {
    $(id).textContent = text;
  }
  show($('open-admin'), me.admin);
  const source = me.hasPicture ? await picture('/api/me/avatar') : null;
  for (const id of ['open-menu', 'face']) {
    $(id).replaceChildren(source ? element('img', { src: source, alt: '' }) : room.initials(me.name));
  }
  show($('remove-picture'), source !== null);
}

function leave(farewell) {
  room.leave();
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

async function openRoom() {
  await notes.save();
  view('room');
  room.open();
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
room.start();
settings.start({ pictureChanged: drawMe, loggedOut: leave });
onEnd(() => leave('You were logged out elsewhere. Log in again to go on.'));
$('open-menu').addEventListener('click', toggleMenu);
document.addEventListener('click', closeMenu);
document.addEventListener('keydown', event => event.key === 'Escape' && closeMenu());
$('open-settings').addEventListener('click', attempt(openSettings));
$('leave-settings').addEventListener('click', attempt(backToNotes));
$('open-room').addEventListener('click', attempt(openRoom));
$('leave-room').addEventListener('click', attempt(backToNotes));
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
