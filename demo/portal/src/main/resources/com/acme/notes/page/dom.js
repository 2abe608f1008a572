// Small things for the page. Text is only ever set as text.

export const $ = id => document.getElementById(id);

export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

export function show(node, isShown) {
  node.hidden = !isShown;
}

let hiding;

/** Tells something in passing. */
export function toast(text) {
  $('toast').textContent = text;
  show($('toast'), true);
  clearTimeout(hiding);
  hiding = setTimeout(() => show($('toast'), false), 4000);
}

const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];
const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** A moment as people say it: "3 minutes ago". */
export function ago(moment) {
  const seconds = (Date.now() - new Date(moment)) / 1000;
  const [unit, length] = UNITS.find(each => seconds >= each[1]) || [];
  return unit ? RELATIVE.format(-Math.floor(seconds / length), unit) : 'just now';
}
