// Which words lie where on the screen.

/** Return the characters whose middle lies in one of the boxes of `boxes`, one string a box. Runs in the browser. */
export function wordsUnder([boxes, lines]) {
  return [...document.querySelectorAll(boxes)].map((element) => {
    const box = element.getBoundingClientRect();
    const middle = box.top + box.height / 2;
    let words = '';
    for (const line of document.querySelectorAll(lines)) {
      const around = line.getBoundingClientRect();
      if (middle < around.top || middle > around.bottom) {
        continue;
      }
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node; (node = walker.nextNode());) {
        for (let at = 0; at < node.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const one = range.getBoundingClientRect();
          const x = one.left + one.width / 2;
          const y = one.top + one.height / 2;
          if (one.width && x > box.left && x < box.right && y > box.top && y < box.bottom) {
            words += node.data[at];
          }
        }
      }
    }
    return words.replaceAll('\u00a0', ' ');
  });
}
