// Light or dark: as the system is, until somebody chooses.

import { $ } from './dom.js';

const PLACE = 'notes.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  const chosen = localStorage.getItem(PLACE);
  return chosen ? chosen === 'dark' : system.matches;
}

function paint() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  $('theme').textContent = isDark() ? 'Light colours' : 'Dark colours';
}

export function start() {
  system.addEventListener('change', paint);
  $('theme').addEventListener('click', () => {
    localStorage.setItem(PLACE, isDark() ? 'light' : 'dark');
    paint();
  });
  paint();
}
