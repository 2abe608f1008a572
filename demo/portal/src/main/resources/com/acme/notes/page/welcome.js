// The door: log in or sign up.

import { call, keep } from './api.js';
import { $, show } from './dom.js';

const FORMS = ['log-in', 'sign-up'];

let whenIn;

export function start(callback) {
  whenIn = callback;
  for (const name of FORMS) {
    $(`tab-${name}`).addEventListener('click', () => choose(name));
    $(name).addEventListener('submit', event => {
      event.preventDefault();
      enter($(name), `/api/${name}`);
    });
  }
  choose('log-in');
}

function choose(chosen) {
  for (const name of FORMS) {
    $(`tab-${name}`).setAttribute('aria-selected', name === chosen);
    show($(name), name === chosen);
  }
}

async function enter(form, path) {
  const problem = form.querySelector('.problem');
  const button = form.querySelector('button');
  problem.textContent = '';
  button.disabled = true;
  try {
    keep(await call('POST', path, Object.fromEntries(new FormData(form))));
    form.reset();
    await whenIn();
  } catch (refusal) {
    problem.textContent = refusal.message;
  } finally {
    button.disabled = false;
  }
}

/** Opens the door; says why somebody stands before it again. */
export function open(farewell) {
  $('farewell').textContent = farewell;
  show($('farewell'), farewell !== '');
}
