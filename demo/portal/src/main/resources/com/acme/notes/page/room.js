// The team room: who is here and what is said come by a socket, live, from the client of the npm registry.

import { accessToken, call } from './api.js';
import { $, ago, element, show, toast } from './dom.js';
import { io } from './socket.io.esm.min.js';

const RETRY_MILLIS = 2000;
const MINUTE_MILLIS = 60000;
const LOOK_MILLIS = 10000;
const PATIENCE_MILLIS = 30000;

let socket = null;
let you = null;
let messages = new Map();
let readUpTo = 0;
let missedFrom = 0;
let missedTo = 0;
let retry;

export function start() {
  $('say').addEventListener('submit', event => {
    event.preventDefault();
    say().catch(refusal => toast(refusal.message));
  });
  document.addEventListener('visibilitychange', markRead);
  setInterval(drawTimes, MINUTE_MILLIS);
  // a node that dies announces nobody's going
  setInterval(look, LOOK_MILLIS);
}

/** Connects, for as long as somebody is logged in. */
export function enter() {
  leave();
  socket = io('/room', { auth: answer => answer({ token: accessToken() }) });
  socket.on('connect', () => status('live', 'good'));
  socket.on('welcome', welcome);
  socket.on('members', drawMembers);
  socket.on('said', add);
  socket.on('connect_error', error => {
    status('connecting…', 'warn');
    // a refusal by the gate: the client does not try again by itself, as it does when the server is not there
    if (error.data) {
      comeBack();
    }
  });
  socket.on('disconnect', reason => {
    status('connecting…', 'warn');
    if (reason === 'io server disconnect') {
      comeBack();
    }
  });
}

/** Asks first whether the session goes on; if it has ended, the page is left. */
function comeBack() {
  clearTimeout(retry);
  const wanted = socket;
  call('GET', '/api/me')
    .then(() => { retry = setTimeout(() => wanted === socket && socket.connect(), RETRY_MILLIS); })
    .catch(refusal => { if (refusal.status !== 401) { retry = setTimeout(comeBack, RETRY_MILLIS); } });
}

/** Disconnects and forgets all. */
export function leave() {
  clearTimeout(retry);
  if (socket) {
    socket.disconnect();
  }
  socket = null;
  you = null;
  messages = new Map();
  readUpTo = missedFrom = missedTo = 0;
  $('said').replaceChildren();
  $('members').replaceChildren();
  $('words').value = '';
  show($('unread'), false);
}

/** The room is what is seen from now on. */
export function open() {
  if (missedTo <= readUpTo) {
    missedTo = 0;
  }
  draw();
  $('said').scrollTop = $('said').scrollHeight;
  $('words').focus();
  markRead();
}

function welcome(greeting) {
  you = greeting.you;
  readUpTo = Math.max(readUpTo, greeting.readUpTo);
  greeting.messages.forEach(message => messages.set(message.id, message));
  const last = all().at(-1);
  if (last && last.id > readUpTo) {
    missed(last);
  }
  draw();
  markRead();
}

function add(message) {
  messages.set(message.id, message);
  if (!isSeen()) {
    missed(message);
  }
  draw();
  markRead();
}

/** It came while nobody looked: a line stands before the first of these. */
function missed(message) {
  if (missedTo <= readUpTo) {
    missedFrom = readUpTo;
  }
  missedTo = message.id;
}

function all() {
  return [...messages.values()].sort((a, b) => a.id - b.id);
}

function isSeen() {
  return !$('room').hidden && !$('app').hidden && !document.hidden;
}

/** What is on the screen is read; the server keeps how far, for all devices of this member. */
function markRead() {
  const last = all().at(-1);
  if (last && isSeen() && last.id > readUpTo) {
    readUpTo = last.id;
    // said again with the next one, if it is lost
    ask('read', last.id).catch(() => {});
  }
  const unread = all().filter(message => message.id > readUpTo && message.author !== you).length;
  $('unread').textContent = unread;
  show($('unread'), unread > 0);
}

async function say() {
  const text = $('words').value.trim();
  if (!text) {
    return;
  }
  const said = await ask('say', text);
  if (said.status === false) {
    throw new Error(said.message);
  }
  $('words').value = '';
  missedTo = 0;
  add(said);
}

/** Asks the server; when the access token has run out, any call renews it, and the socket is told of the new one. */
async function ask(...event) {
  const wanted = socket;
  const send = (...what) => wanted.timeout(PATIENCE_MILLIS).emitWithAck(...what);
  const answer = await send(...event);
  if (answer?.code !== 'unauthorized') {
    return answer;
  }
  await call('GET', '/api/me');
  await send('renew', accessToken());
  return send(...event);
}

function status(text, tone) {
  $('live').textContent = text;
  $('live').className = `badge ${tone}`;
}

function draw() {
  const list = $('said');
  const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  const sorted = all();
  const firstNew = sorted.find(message => message.id > missedFrom && message.id <= missedTo && message.author !== you);
  list.replaceChildren(...sorted.flatMap((message, i) => [
    ...(message === firstNew ? [element('li', { class: 'since' }, 'New since you were here')] : []),
    line(message, sorted[i - 1]),
  ]));
  show($('silence'), sorted.length === 0);
  if (isAtEnd) {
    list.scrollTop = list.scrollHeight;
  }
}

function line(message, before) {
  const isMine = message.author === you;
  const goesOn = before && before.author === message.author && new Date(message.saidAt) - new Date(before.saidAt) < 5 * MINUTE_MILLIS;
  return element('li', { class: `${isMine ? 'mine' : ''} ${goesOn ? 'on' : ''}`, 'data-id': message.id },
    element('span', { class: 'face', 'aria-hidden': 'true' }, initials(message.name)),
    element('div', {},
      element('div', { class: 'by' }, element('b', {}, isMine ? 'You' : message.name),
        element('time', { datetime: message.saidAt }, ago(message.saidAt))),
      element('p', {}, message.text)));
}

async function look() {
  if (socket && socket.connected && isSeen()) {
    const members = await ask('who').catch(() => null);
    if (Array.isArray(members) && you !== null) {
      drawMembers(members);
    }
  }
}

function drawTimes() {
  $('said').querySelectorAll('time').forEach(time => { time.textContent = ago(time.dateTime); });
}

function drawMembers(members) {
  const here = members.filter(member => member.here);
  const away = members.filter(member => !member.here);
  $('members').replaceChildren(...[...here, ...away].map(member => element('li', { class: member.here ? 'here' : 'away' },
    element('span', { class: 'face', 'aria-hidden': 'true' }, initials(member.name)),
    element('span', { class: 'grow' }, member.id === you ? `${member.name} (you)` : member.name),
    element('span', { class: 'dim small' }, member.here ? 'here' : 'away'))));
  $('present').textContent = `${here.length} of ${members.length} here`;
}

export function initials(name) {
  return name.split(/\s+/).map(word => word[0]).slice(0, 2).join('').toUpperCase();
}
