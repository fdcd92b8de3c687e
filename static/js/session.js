// Warns before the session ends, in time to go on with one key. The server counts from the last thing it was asked.
import { say, text } from './say.js';

const WARNED = 180; // seconds before the end
const page = document.body.dataset;
const dialog = document.getElementById('session-end');
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('session') : null;
let asked = Date.now();
let told = false;
let seen = false;

const left = () => page.sessionSeconds - (Date.now() - asked) / 1000;

const begin = (seconds) => {
  asked = Date.now();
  told = false;
  seen = false;
  page.sessionSeconds = seconds;
  dialog.close();
};

const over = () => {
  told = true;
  dialog.close();
  say('alert', text('sessionOver'));
};

const look = () => {
  if (left() <= 0 && !told) {
    over();
  } else if (left() > 0 && left() <= WARNED && !dialog.open && !seen) {
    dialog.showModal();
  }
};

if (dialog) {
  const full = page.sessionSeconds;
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
  document.addEventListener('htmx:afterRequest', ({ detail }) => detail.successful && begin(full));
  // Another tab of the same session was used.
  tabs?.addEventListener('message', ({ data }) => begin(data));
  tabs?.postMessage(full);

  dialog.addEventListener('cancel', () => { seen = true; });
  dialog.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    try {
      const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', body: new URLSearchParams(new FormData(form)) });
      if (answer.ok) {
        begin(answer.headers.get('X-Session-Seconds'));
        tabs?.postMessage(page.sessionSeconds);
        say('flash', text('sessionGoesOn'));
      } else {
        over();
      }
    } catch {
      dialog.close();
      say('alert', text('unreachable'));
    }
  });
}
