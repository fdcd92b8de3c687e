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
  const act = keys[event.key];
  if (off || busy || !act || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  event.preventDefault();
  act();
});
