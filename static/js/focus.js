// Keeps the reader's place. htmx itself gives the focus back to an element that has the same id after a swap; this is
// for what is gone: then the same control of the next row is next, and the page's heading after that.

let left = null;

const action = (element) => element?.dataset.action ?? element?.getAttribute('name') ?? element?.tagName;

const placeOf = (element) => {
  const row = element.closest('tr');
  return { id: element.id, row: row?.rowIndex, table: row?.closest('table')?.id, action: action(element) };
};

document.addEventListener('htmx:beforeSwap', () => {
  const element = document.activeElement;
  left = element && element !== document.body ? placeOf(element) : null;
});

document.addEventListener('htmx:afterSettle', ({ detail: { elt } }) => {
  const asked = elt.querySelector?.('[data-focus]');
  if (asked) {
    asked.focus();
  } else if (left && lost()) {
    (sameId() ?? sameActionInTable() ?? document.getElementById('heading'))?.focus();
  }
  left = null;
});

const lost = () => !document.activeElement || document.activeElement === document.body;

const sameId = () => (left.id ? document.getElementById(left.id) : null);

const sameActionInTable = () => {
  const table = left.table && document.getElementById(left.table);
  const row = table?.rows[Math.min(left.row, table.rows.length - 1)];
  return [...(row?.querySelectorAll('a, button, input, select, summary') ?? [])].find((one) => action(one) === left.action);
};

// Browsers do not always heed `autofocus`. Whoever went on to another field meanwhile stays there.
if (lost()) {
  document.querySelector('[data-focus]')?.focus();
}
