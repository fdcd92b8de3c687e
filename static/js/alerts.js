// Says what went wrong when htmx got no answer that it could show.
import { say, text } from './say.js';

document.addEventListener('htmx:responseError', ({ detail: { xhr } }) => {
  if (xhr.getResponseHeader('HX-Retarget') === '#alert') {
    htmx.swap('#alert', xhr.responseText, { swapStyle: 'innerHTML' });
  } else {
    say('alert', text('failed'));
  }
});

for (const event of ['htmx:sendError', 'htmx:timeout', 'htmx:swapError']) {
  document.addEventListener(event, () => say('alert', text('unreachable')));
}

document.addEventListener('htmx:beforeRequest', () => say('alert', ''));
