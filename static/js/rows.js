// Ticking rows of <table data-rows>: shift-click ticks a range, the box in the head ticks the page, and what is ticked
// is counted in [data-ticked-count]; [data-ticked-bar] shows as long as something is ticked.
import { text } from './say.js';

const BOX = 'tbody input[data-select-row]';
let last = null;

const boxesOf = (table) => [...table.querySelectorAll(BOX)];

const refresh = (table) => {
  const boxes = boxesOf(table);
  const ticked = boxes.filter((box) => box.checked).length;
  const all = table.querySelector('thead input[type=checkbox]');
  if (all) {
    all.checked = ticked > 0 && ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  }
  boxes.forEach((box) => box.closest('tr').toggleAttribute('data-ticked', box.checked));
  const scope = table.closest('form') ?? document;
  scope.querySelectorAll('[data-ticked-count]').forEach((place) => { place.textContent = text('selected', ticked); });
  scope.querySelectorAll('[data-ticked-bar]').forEach((bar) => bar.toggleAttribute('data-empty', ticked === 0));
};

const tickRange = (table, from, to) => {
  const boxes = boxesOf(table);
  const [start, end] = [boxes.indexOf(from), boxes.indexOf(to)].sort((a, b) => a - b);
  if (start >= 0) {
    boxes.slice(start, end + 1).forEach((box) => { box.checked = to.checked; });
  }
};

document.addEventListener('click', (event) => {
  const box = event.target;
  const table = box.closest?.('table[data-rows]');
  if (!table || !box.matches(`thead input[type=checkbox], ${BOX}`)) {
    return;
  }
  if (box.closest('thead')) {
    boxesOf(table).forEach((one) => { one.checked = box.checked; });
  } else {
    if (event.shiftKey && last?.isConnected) {
      tickRange(table, last, box);
    }
    last = box;
  }
  refresh(table);
});

const refreshAll = () => document.querySelectorAll('table[data-rows]').forEach(refresh);

document.addEventListener('htmx:afterSettle', refreshAll);
window.addEventListener('pageshow', refreshAll);
refreshAll();
