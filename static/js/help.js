// Opens what a link leads to as a dialog instead: <a href="/help" data-open="help-dialog">.

export const open = (id) => document.getElementById(id)?.showModal();

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-open]');
  if (opener && document.getElementById(opener.dataset.open)) {
    event.preventDefault();
    open(opener.dataset.open);
  }
});

// A click beside the dialog closes it.
document.addEventListener('click', (event) => {
  if (event.target instanceof HTMLDialogElement) {
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right
        && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) {
      event.target.close();
    }
  }
});
