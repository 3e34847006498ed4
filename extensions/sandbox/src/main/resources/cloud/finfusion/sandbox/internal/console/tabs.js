// Tabs, as the keyboard expects them: arrows, Home and End.

import {byId} from './dom.js';

const all = () => [...byId('tabs').querySelectorAll('[role=tab]')];

export const openTab = () => all().find(tab => tab.getAttribute('aria-selected') === 'true').id.slice('tab-'.length);

export function startTabs(changed) {
  const select = chosen => {
    for (const tab of all()) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      byId(tab.getAttribute('aria-controls')).hidden = tab !== chosen;
    }
    changed();
  };
  byId('tabs').addEventListener('click', event => {
    const tab = event.target.closest('[role=tab]');
    if (tab) {
      select(tab);
    }
  });
  byId('tabs').addEventListener('keydown', event => {
    const tabs = all();
    const at = tabs.indexOf(document.activeElement);
    const next = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
    if (at >= 0 && next !== undefined) {
      event.preventDefault();
      const tab = tabs[(next + tabs.length) % tabs.length];
      tab.focus();
      select(tab);
    }
  });
}
