// Single keys for those who want them; My account turns them off, and they rest while somebody types.
import { open } from './help.js';

const TYPING = 'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]';

const rows = () => [...document.querySelectorAll('table[data-rows] tbody tr')];
const currentRow = () => document.activeElement?.closest('table[data-rows] tbody tr');

const go = (by) => {
  const all = rows();
  const at = all.indexOf(currentRow());
  const next = all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
  next?.querySelector('th a, a')?.focus();
};

// What calls itself data-key="a" takes that key: a link is followed, anything else gets the focus, so that nothing is decided
// by a single letter. In a list it is the one in the row.
const named = (key) => {
  const scope = rows().length ? currentRow() : document.querySelector('main');
  return /^[a-z]$/.test(key) ? scope?.querySelector(`[data-key="${key}"]:not(:disabled)`) : null;
};

const take = (element) => {
  if (element.matches('a')) {
    element.click();
  } else {
    element.focus();
  }
};

const keys = {
  j: () => go(1),
  k: () => go(-1),
  x: () => currentRow()?.querySelector('input[type=checkbox]')?.click(),
  '/': () => document.querySelector('main input[type=search]')?.select(),
  '?': () => open('help-dialog'),
};

document.addEventListener('keydown', (event) => {
  const off = document.body.dataset.shortcuts === 'false';
  const busy = event.target.closest(TYPING) || document.querySelector('dialog[open]');
  if (off || busy || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const element = keys[event.key] ? null : named(event.key);
  const act = keys[event.key] ?? (element ? () => take(element) : null);
  if (act) {
    event.preventDefault();
    act();
  }
});
