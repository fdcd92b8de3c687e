// What looks again by itself rests while nobody sees the page.
document.addEventListener('htmx:confirm', (event) => {
  if (document.hidden && event.detail.elt.matches('[data-poll]')) {
    event.preventDefault();
  }
});
