// Pages of a list, newest first, with buttons to the older and the newer ones.

import {get} from './api.js';
import {el} from './dom.js';

export class Pager {
  // parameter is the name of the cursor; draw makes the content of a page.
  constructor(panel, path, parameter, draw) {
    Object.assign(this, {panel, path, parameter, draw, before: [], at: undefined, drawn: '', more: {}});
  }

  async refresh() {
    const page = await get(this.path, {...this.more, [this.parameter]: this.at});
    const text = JSON.stringify([page, this.before.length]);
    if (text === this.drawn) {
      return; // the focus stays where it is
    }
    this.drawn = text;
    const focused = this.panel.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
    this.panel.replaceChildren(...this.draw(page), this.buttons(page));
    if (focused) {
      (this.panel.querySelector(`[data-focus="${CSS.escape(focused)}"]`) ?? this.panel).focus();
    }
  }

  // Begins again at the newest, with other parameters.
  async restart(more = this.more) {
    Object.assign(this, {more, before: [], at: undefined});
    await this.refresh();
  }

  buttons(page) {
    const turn = (label, enabled, go) => el('button', {
      type: 'button',
      class: 'small',
      'data-focus': label,
      disabled: !enabled,
      onclick: () => {
        go();
        this.refresh();
      },
    }, label);
    if (page.next === undefined && this.before.length === 0) {
      return el('span');
    }
    return el('div', {class: 'pager'},
        turn('Newer', this.before.length > 0, () => { this.at = this.before.pop(); }),
        turn('Older', page.next !== undefined, () => { this.before.push(this.at); this.at = page.next; }));
  }
}
