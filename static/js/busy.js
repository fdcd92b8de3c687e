// A button rests while its work is under way, so that a second click does nothing, and comes back whatever happens.

const rest = (button) => {
  if (button?.matches?.('button, input[type=submit]')) {
    button.setAttribute('aria-busy', 'true');
    // After this event: a disabled button would not be sent along.
    setTimeout(() => { button.disabled = button.getAttribute('aria-busy') === 'true'; });
  }
};

const wake = (button) => {
  button.removeAttribute('aria-busy');
  button.disabled = false;
};

const wakeAll = (root) => root.querySelectorAll('button[aria-busy], input[aria-busy]').forEach(wake);

document.addEventListener('submit', (event) => {
  const form = event.target;
  const leavesThePage = form.method !== 'dialog' && !form.matches('[data-stay], [data-theme-form]');
  if (leavesThePage && !event.defaultPrevented) {
    rest(event.submitter);
  }
});

document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  rest(detail.requestConfig.triggeringEvent?.submitter ?? detail.elt);
  detail.target?.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:afterRequest', ({ detail }) => {
  detail.target?.removeAttribute('aria-busy');
  wakeAll(document);
});

// The browser shows a page again as it was left.
window.addEventListener('pageshow', () => wakeAll(document));
