// Copies what a button names: <button data-copy="text"> or <button data-copy-from="#id">.
import { say, text } from './say.js';

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy], [data-copy-from]');
  if (!button) {
    return;
  }
  const source = button.dataset.copy ?? document.querySelector(button.dataset.copyFrom)?.textContent ?? '';
  try {
    await navigator.clipboard.writeText(source.trim());
    say('flash', text('copied'));
  } catch {
    say('alert', text('failed'));
  }
});
