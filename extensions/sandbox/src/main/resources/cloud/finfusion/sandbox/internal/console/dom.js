// Makes elements. Text is only ever text: nothing of the data becomes markup.

const SVG = 'http://www.w3.org/2000/svg';

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== null && child !== undefined).map(child =>
      child instanceof Node ? child : String(child)));
  return element;
}

export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

export const byId = id => document.getElementById(id);

export function setText(id, text) {
  const element = byId(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// A table with a caption for screen readers; columns are names, or [name, class].
export function table(caption, columns, rows) {
  const heads = columns.map(column => Array.isArray(column)
      ? el('th', {scope: 'col', class: column[1]}, column[0])
      : el('th', {scope: 'col'}, column));
  return el('table', {},
      el('caption', {class: 'hidden'}, caption),
      el('thead', {}, el('tr', {}, ...heads)),
      el('tbody', {}, ...rows));
}
