// The two regions that are read aloud, and the words that scripts use in them.

export function text(name, ...values) {
  const key = 'text' + name[0].toUpperCase() + name.slice(1);
  return values.reduce((said, value, n) => said.replace(`{${n}}`, value), document.body.dataset[key] ?? '');
}

export function say(region, words) {
  const place = document.getElementById(region);
  if (!words) {
    place.replaceChildren();
    return;
  }
  const note = document.createElement('div');
  note.className = 'note';
  note.dataset.kind = region === 'alert' ? 'problem' : 'success';
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  note.append(paragraph);
  place.replaceChildren(note);
}
