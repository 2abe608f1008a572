// The notes: a list that is searched, and an editor that saves by itself.

import { call } from './api.js';
import { $, ago, element, show, toast } from './dom.js';

const QUIET_MILLIS = 500;

let notes = [];
let open = null;
let isDirty = false;
let saving = Promise.resolve();
let timer;
let searches = 0;

export function start() {
  let typing;
  $('search').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => reload().catch(tell), 200);
  });
  $('new').addEventListener('click', () => edit({ id: null, title: '', text: '' }));
  $('title').addEventListener('input', changed);
  $('text').addEventListener('input', changed);
  $('delete').addEventListener('click', () => remove().catch(tell));
  $('back').addEventListener('click', () => close());
  document.addEventListener('visibilitychange', () => document.hidden && save());
}

/** Reads the list again, by the words that are being searched. */
export async function reload() {
  const words = $('search').value.trim();
  const search = ++searches;
  const found = await call('GET', `/api/notes${words ? `?words=${encodeURIComponent(words)}` : ''}`);
  if (search === searches) {
    notes = found;
    draw(words);
  }
}

/** Forgets all, as when somebody logs out. */
export function clear() {
  clearTimeout(timer);
  searches++;
  notes = [];
  open = null;
  isDirty = false;
  $('search').value = '';
  $('list').replaceChildren();
  showEditor();
}

function draw(words) {
  $('found').textContent = words ? `${notes.length} found` : count();
  $('list').replaceChildren(...notes.map(item));
  show($('nothing'), notes.length === 0);
  $('nothing').textContent = words ? 'No note has all of these words.' : 'Nothing here yet.';
  $('hint').textContent = notes.length || words ? 'Pick a note, or write a new one.' : 'Write your first note.';
}

function count() {
  return notes.length === 0 ? '' : `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}`;
}

function item(note) {
  const first = note.text.split('\n').find(line => line.trim()) || 'No text';
  const button = element('button', { type: 'button', onclick: () => edit(note) },
    element('b', {}, note.title),
    element('span', { class: 'first' }, first),
    element('time', { datetime: note.changedAt }, ago(note.changedAt)));
  if (open && open.id === note.id) {
    button.setAttribute('aria-current', 'true');
  }
  return element('li', {}, button);
}

async function edit(note) {
  await save();
  open = { ...note };
  isDirty = false;
  $('title').value = note.title;
  $('text').value = note.text;
  $('state').textContent = note.id ? `Saved ${ago(note.changedAt)}` : 'New';
  showEditor();
  draw($('search').value.trim());
  $(note.id ? 'text' : 'title').focus();
}

export async function close() {
  await save();
  open = null;
  showEditor();
  draw($('search').value.trim());
}

function showEditor() {
  show($('editor'), open !== null);
  show($('no-note'), open === null);
  $('notes').classList.toggle('editing', open !== null);
}

function changed() {
  isDirty = true;
  $('state').textContent = written() ? 'Saving…' : 'Nothing to save';
  clearTimeout(timer);
  timer = setTimeout(save, QUIET_MILLIS);
}

/** Saves what was changed; one after the other, so that a new note is made once. */
export function save() {
  clearTimeout(timer);
  saving = saving.then(saveNow).catch(tell);
  return saving;
}

/** What stands in the editor, or null if that is nothing. */
function written() {
  const text = $('text').value;
  const title = $('title').value.trim() || (text.trim() && 'Untitled');
  return title ? { title, text } : null;
}

async function saveNow() {
  const note = open;
  const body = written();
  if (!note || !isDirty || !body) {
    return;
  }
  isDirty = false;
  try {
    Object.assign(note, await (note.id ? call('PUT', `/api/notes/${note.id}`, body) : call('POST', '/api/notes', body)));
  } catch (refusal) {
    isDirty = true;
    throw refusal;
  }
  if (open === note && !isDirty) {
    $('state').textContent = 'Saved just now';
  }
  await reload();
}

async function remove() {
  const note = open;
  clearTimeout(timer);
  await saving;
  isDirty = false;
  if (note.id) {
    await call('DELETE', `/api/notes/${note.id}`);
    toast(`“${note.title}” is deleted`);
  }
  open = null;
  showEditor();
  await reload();
}

function tell(refusal) {
  if (refusal.status !== 401) {
    $('state').textContent = 'Not saved';
    toast(refusal.message);
  }
}
